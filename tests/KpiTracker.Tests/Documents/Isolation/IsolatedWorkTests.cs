using System.Globalization;
using KpiTracker.Documents.Annotated;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Isolation;

namespace KpiTracker.Tests.Documents.Isolation;

public sealed class IsolatedWorkTests
{
    [OneTimeTearDown]
    public void Nothing_is_left_behind() =>
        Assert.That(Directory.GetDirectories(Path.GetTempPath(), WorkFolder.Prefix + "*"), Is.Empty);

    [Test]
    public void Child_that_overruns_is_killed()
    {
        using var folder = new WorkFolder();

        Assert.That(Mark(Book.Of(["x"]).Bytes(), folder, TimeSpan.FromMilliseconds(1)), Is.InstanceOf<IsolatedEnding.TooSlow>());
    }

    [Test]
    public void Child_marks_a_workbook()
    {
        using var folder = new WorkFolder();

        Assert.That(Mark(Book.Of(["x"]).Bytes(), folder), Is.EqualTo(new IsolatedEnding.Done()));
        Assert.That(new FileInfo(folder.Output).Length, Is.Positive);
    }

    [Test]
    public void Child_beyond_its_heap_ends_and_we_do_not()
    {
        using var folder = new WorkFolder();
        File.WriteAllBytes(folder.Input, Book.Of(["x"]).Bytes());
        var request = new AnnotationRequest("x.xlsx", "vi", 1, [.. Enumerable.Range(0, 30_000).Select(i => new CellNote("Báo cáo", "A1", 0, "R02", new string('x', 1000), "y"))]);

        Assert.That(
            IsolatedWork.Shared.Run(IsolatedVerbs.Annotate, folder.Input, folder.Output, request.Bytes(), IsolatedLimits.Deadline, heapBytes: 24 << 20),
            Is.EqualTo(new IsolatedEnding.Refused(UnreadableReason.TooComplex)).Or.InstanceOf<IsolatedEnding.Failed>());
    }

    [TestCaseSource(nameof(Hostile))]
    public void Hostile_workbook_ends_in_a_refusal_in_time(byte[] file)
    {
        using var folder = new WorkFolder();

        Assert.That(Mark(file, folder), Is.InstanceOf<IsolatedEnding.Refused>());
    }

    [Test]
    public void Child_is_told_none_of_our_secrets()
    {
        Environment.SetEnvironmentVariable("KPITRACKER_TEST_SECRET", "x");
        try
        {
            Assert.That(ProductProgram.Start(["x"], 1).Environment.Keys, Does.Not.Contain("KPITRACKER_TEST_SECRET").And.Contain("PATH"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("KPITRACKER_TEST_SECRET", null);
        }
    }

    [Test]
    public void Other_words_are_no_verb_of_a_child() =>
        Assert.That(new[] { Array.Empty<string>(), ["import"], ["isolated-convert"], ["serve", "a", "b"] }.Select(IsolatedVerbs.Run), Has.All.Null);

    private static IEnumerable<TestCaseData> Hostile()
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var nested = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var comments = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"{Office}/comments\" Target=\"../comments1.xml\"/></Relationships>";
        yield return Case("100k nested elements in styles", b => b.Parts["xl/styles.xml"] = nested);
        yield return Case("100k nested elements in comments", b => (b.Parts["xl/worksheets/_rels/sheet0.xml.rels"], b.Parts["xl/comments1.xml"]) = (comments, nested));
        yield return Case("100k names", b => b.WorkbookProperties = "<definedNames>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<definedName name=\"n{i}\">A1</definedName>")) + "</definedNames>");
        yield return Case("comments with a DTD", b => (b.Parts["xl/worksheets/_rels/sheet0.xml.rels"], b.Parts["xl/comments1.xml"]) = (comments, "<!DOCTYPE x [<!ENTITY a \"b\">]><comments>&a;</comments>"));
        yield return Case("drawing that is not there", b => b.Sheets[0].After = $"<legacyDrawing r:id=\"no\" xmlns:r=\"{Office}\"/>");
        yield return Case("rows out of order", b => b.Parts["xl/worksheets/sheet0.xml"] = $"<worksheet xmlns=\"{Book.Main}\"><sheetData><row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData></worksheet>");
        yield return Case("bomb in comments", b => (b.Parts["xl/worksheets/_rels/sheet0.xml.rels"], b.Parts["xl/comments1.xml"]) = (comments, new string(' ', 20_000_000)));
    }

    private static TestCaseData Case(string name, Action<Book> change) => new TestCaseData(Book.Of(["x"]).With(change).Bytes()).SetArgDisplayNames(name);

    private static IsolatedEnding Mark(byte[] file, WorkFolder folder, TimeSpan? deadline = null) => AnnotatedWorkbook.Write(
        new MemoryStream(file),
        "bao-cao.xlsx",
        [new CellNote("Báo cáo", "A1", 0, "R02", "Không phải số", "Ghi lại")],
        CultureInfo.GetCultureInfo("vi"),
        folder,
        deadline ?? IsolatedLimits.Deadline);
}
