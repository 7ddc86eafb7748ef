using System.Globalization;
using System.IO.Compression;
using System.Text;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Gate;

/// <summary>Odd and hostile files: each ends in one of the fixed sentences, or is read rightly.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static IEnumerable<TestCaseData> Odd()
    {
        yield return Case("empty file", [], UnreadableReason.EmptyFile);
        yield return Case("no zip", [1, 2, 3, 4, 5], UnreadableReason.NotAWorkbook);
        yield return Case("encrypted", [.. Ole, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage")], UnreadableReason.Encrypted);
        yield return Case("old xls, only its head", [.. Ole, .. new byte[500], .. Encoding.Unicode.GetBytes("Workbook")], UnreadableReason.Damaged);
        yield return Case("old Word", [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")], UnreadableReason.OtherOfficeDocument);
        yield return Case("web page", Encoding.UTF8.GetBytes("\uFEFF <html><table>"), UnreadableReason.WebPage);
        yield return Case("XML", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook/>"), UnreadableReason.WebPage);
        yield return Case("PDF", Encoding.UTF8.GetBytes("%PDF-1.7"), UnreadableReason.Pdf);
        yield return Case("picture", [0xFF, 0xD8, 0xFF, 0xE0], UnreadableReason.Picture);
        yield return Case("CSV", Encoding.UTF8.GetBytes("STT;Tên chỉ tiêu;Tổng số\n1;CBCCVC;119"), UnreadableReason.PlainText);
        yield return Case("program", Encoding.ASCII.GetBytes("MZ\u0090\0"), UnreadableReason.Program);
        yield return Case("RAR", Encoding.ASCII.GetBytes("Rar!\u001a"), UnreadableReason.OtherArchive);
        yield return Case("other zip", Zip(("a.txt", "x")), UnreadableReason.ZipArchive);
        yield return Case("Numbers", Zip(("Index/Document.iwa", "x")), UnreadableReason.Numbers);
        yield return Case("ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), UnreadableReason.OpenDocument);
        yield return Case("docx", Typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), UnreadableReason.OtherOfficeDocument);
        yield return Case("xlsb", Typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), UnreadableReason.BinaryWorkbook);
        yield return Case("docm", Typed("application/vnd.ms-word.document.macroEnabled.main+xml"), UnreadableReason.OtherOfficeDocument);
        yield return Case("truncated", Fine()[..^200], UnreadableReason.Truncated);
        yield return Case("cut to half", Fine()[..(Fine().Length / 2)], UnreadableReason.Truncated);
        yield return Case("too large", new byte[GateLimits.FileBytes + 1], UnreadableReason.TooLarge);
        yield return Case("bomb of zeros", Bomb(), UnreadableReason.UnpacksTooLarge);
        yield return Case("no cells", new Book().With(b => b.Add("Trống")).Bytes(), UnreadableReason.EmptySheets);
        yield return Case("vast and empty", new Book().With(b => b.Add("Trống").Dimension = "<dimension ref=\"A1:XFD1048576\"/>").Bytes(), UnreadableReason.EmptySheets);
        yield return Case("no table", Book.Of(["Xin chào"], [1, 2, 3]).Bytes(), UnreadableReason.NoTable);
        yield return Case("DTD", With(b => b.SharedStrings = "</sst><!DOCTYPE x [<!ENTITY a \"b\">]>"), UnreadableReason.Damaged);
        yield return Case("DTD in front", With(b => b.Parts["xl/styles.xml"] = "<!DOCTYPE x [<!ENTITY a \"b\">]><styleSheet>&a;</styleSheet>"), UnreadableReason.Damaged);
        yield return Case("200k nested elements", With(b => b.Parts["xl/styles.xml"] = string.Concat(Enumerable.Repeat("<a>", 200_000))), UnreadableReason.TooComplex);
        yield return Case("100k names", With(b => b.WorkbookProperties = "<definedNames>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<definedName name=\"n{i}\">A1</definedName>")) + "</definedNames>"), UnreadableReason.TooComplex);
        yield return Case("string of 500k runs", With(b => b.SharedStrings = "<si>" + string.Concat(Enumerable.Repeat("<r><t>a</t></r>", 500_000)) + "</si>"), UnreadableReason.TooComplex);
        yield return Case("one endless attribute", With(b => b.Parts["xl/styles.xml"] = $"<styleSheet a=\"{RandomText(2_000_000)}\"/>"), UnreadableReason.TooComplex);
        yield return Case("table without end", Book.Of([Reports.HeadA, .. Enumerable.Range(0, GateLimits.TableRows + 1).Select(i => new object?[] { i, "Chỉ tiêu lạ", "người", 1, 1 })]).Bytes(), UnreadableReason.TooComplex);
        yield return Case("unknown encoding", With(b => b.Parts["xl/styles.xml"] = "<?xml version=\"1.0\" encoding=\"no-such\"?><styleSheet/>"), UnreadableReason.Damaged);
        yield return Case("sheet without part", With(b => b.Parts["xl/_rels/workbook.xml.rels"] = "<Relationships/>"), UnreadableReason.Damaged);
        yield return Case("address out of bounds", Book.Of([new Raw("<c r=\"XFE1\"><v>1</v></c>")]).Bytes(), UnreadableReason.Damaged);
        yield return Case("checksum wrong", Changed(Fine()), UnreadableReason.Damaged);
        yield return Case("name twice", Zip(("[Content_Types].xml", "<x/>"), ("[CONTENT_TYPES].xml", "<x/>")), UnreadableReason.Damaged);
        yield return Case("way out of the folder", Zip(("../evil", "x")), UnreadableReason.Damaged);
        yield return Case("600 parts", Zip([.. Enumerable.Range(0, 600).Select(i => ($"p{i}", "x"))]), UnreadableReason.TooComplex);
    }

    [TestCaseSource(nameof(Odd))]
    public void Odd_file_ends_in_its_own_sentence(byte[] file, UnreadableReason reason) =>
        Assert.That(Reports.ReasonAgainst(file), Is.EqualTo(reason));

    [Test]
    public void Every_reason_has_a_sentence_in_both_languages() =>
        Assert.That(
            Enum.GetValues<UnreadableReason>().Select(r => (Vi: r.Sentence(CultureInfo.GetCultureInfo("vi")), En: r.Sentence(CultureInfo.GetCultureInfo("en")))),
            Has.All.Matches<(string Vi, string En)>(s => s.Vi.Length > 20 && s.En.Length > 20 && s.Vi != s.En));

    [Test]
    public void Vast_dimension_costs_nothing_and_is_said()
    {
        var book = FineBook();
        book.Sheets[0].Dimension = "<dimension ref=\"A1:XFD1048576\"/>";
        var report = Reports.Check(book);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
            Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.VastSheet" }));
        });
    }

    [TestCase("<f>{0}1{1}</f>", 100_000)]
    public void Deep_formula_is_never_parsed(string formula, int depth)
    {
        var text = string.Format(CultureInfo.InvariantCulture, formula, new string('(', depth), new string(')', depth));
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new Raw($"<c r=\"{{r}}\">{text}<v>90</v></c>")]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    [Test]
    public void Ranges_over_the_whole_sheet_cost_nothing()
    {
        var book = FineBook();
        book.Sheets[0].Merge("A20:XFD1048576");
        book.Sheets[0].After = "<hyperlinks><hyperlink ref=\"A1:XFD1048576\"/></hyperlinks>";

        Assert.That(Reports.Kept(Reports.Check(book)), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    private static IEnumerable<TestCaseData> Leading()
    {
        yield return new TestCaseData("xl/externalLinks/externalLink1.xml", "externalLink", "file:///etc/passwd").SetArgDisplayNames("external link");
        yield return new TestCaseData("xl/embeddings/oleObject1.bin", "oleObject", "oleObject1.bin").SetArgDisplayNames("OLE object");
        yield return new TestCaseData("xl/connections.xml", "connections", "http://127.0.0.1:1/x").SetArgDisplayNames("connection");
    }

    /// <summary>What the part holds is no XML, so that opening it would refuse the file.</summary>
    [TestCaseSource(nameof(Leading))]
    public void Parts_that_lead_elsewhere_are_never_opened(string part, string kind, string target)
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var book = FineBook();
        book.Parts[part] = "<not XML";
        book.Parts["xl/worksheets/_rels/sheet0.xml.rels"] = $"<Relationships><Relationship Id=\"x\" Type=\"{Office}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>";
        book.Parts["xl/_rels/workbook.xml.rels"] = $"<Relationships><Relationship Id=\"s0\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet0.xml\"/><Relationship Id=\"x1\" Type=\"{Office}/{kind}\" Target=\"/{part}\"/><Relationship Id=\"x2\" Type=\"{Office}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>";
        var report = Reports.Check(book);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
            Assert.That(report.Findings, Is.Empty);
        });
    }

    [TestCase("application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    [TestCase("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")]
    public void Workbook_with_macros_is_read_as_data_and_said(string contentType)
    {
        var book = FineBook();
        book.ContentType = contentType;
        book.Parts["xl/vbaProject.bin"] = "<not XML";
        book.Parts["xl/_rels/vbaProject.bin.rels"] = "<not XML";
        var report = Reports.Check(book);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
            Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.Macros" }));
        });
    }

    [Test]
    public void Upload_from_a_stream_that_cannot_seek_is_read()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress, true))
        {
            zip.Write(Fine());
        }

        packed.Position = 0;
        using var upload = new GZipStream(packed, CompressionMode.Decompress);

        Assert.That(WorkbookGate.Shared.Open(upload), Is.InstanceOf<GateReading.Opened>());
    }

    private static Book FineBook() => Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90]);

    private static byte[] Fine() => FineBook().Bytes();

    private static byte[] With(Action<Book> change) => FineBook().With(change).Bytes();

    private static byte[] Typed(string contentType) => With(b => b.ContentType = contentType);

    private static TestCaseData Case(string name, byte[] file, UnreadableReason reason) => new TestCaseData(file, reason).SetArgDisplayNames(name);

    private static string RandomText(int length)
    {
        var chance = new Random(1);
        return new string([.. Enumerable.Range(0, length).Select(_ => (char)chance.Next('a', 'z'))]);
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }

    /// <summary>The checksum in the directory altered: the part unpacks, but is not what was packed.</summary>
    private static byte[] Changed(byte[] file)
    {
        for (var at = file.Length - 22; at > 0; at--)
        {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2)
            {
                file[at + 16] ^= 1;
            }
        }

        return file;
    }
}
