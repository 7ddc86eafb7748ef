using KpiTracker.Documents.Gate;

namespace KpiTracker.Tests.Documents.Annotated;

/// <summary>Workbooks written in other ways than Excel's usual one, and what another program makes of a marked one.</summary>
public sealed class AnnotatedKindsTests
{
    private const string List = "Kết quả kiểm tra";

    [TestCase("http://purl.oclc.org/ooxml/spreadsheetml/main")]
    public void Strict_workbook_is_marked_in_its_own_vocabulary(string strict)
    {
        var file = Marking.Replaced(Marking.Plain(), (Book.Main, strict), ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        var marked = Marking.Mark(file, Marking.Note("Báo cáo", "D2"));

        Assert.Multiple(() =>
        {
            Assert.That(Marking.Text(marked, "xl/worksheets/kpitracker.xml"), Does.Contain(strict));
            Assert.That(string.Concat(Marking.Parts(marked).Values), Does.Not.Contain(Book.Main));
            Assert.That(Cells(marked, "Báo cáo"), Is.EqualTo(Cells(file, "Báo cáo")));
        });
    }

    [Test]
    public void Prefixed_workbook_is_marked_with_its_prefix()
    {
        var book = Book.Of(["x", 12]);
        book.Parts["xl/worksheets/sheet0.xml"] = $"<x:worksheet xmlns:x=\"{Book.Main}\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        var marked = Marking.Mark(book.Bytes(), Marking.Note("Báo cáo", "A1"), Marking.Note("Báo cáo", "B1"));

        Assert.That(Marking.Text(marked, "xl/worksheets/sheet0.xml"), Does.Contain("<x:c r=\"B1\"").And.Contain("<x:legacyDrawing"));
        Assert.That(Cells(marked, "Báo cáo"), Has.Count.EqualTo(1));
    }

    [Test]
    public void Workbook_without_styles_is_given_some()
    {
        var book = Book.Of(["x", 12]);
        book.Parts["xl/_rels/workbook.xml.rels"] = Marking.Text(book.Bytes(), "xl/_rels/workbook.xml.rels").Replace("/styles\"", "/theme\"", StringComparison.Ordinal);
        var marked = Marking.Mark(book.Bytes(), Marking.Note("Báo cáo", "B1"));

        Assert.Multiple(() =>
        {
            Assert.That(Marking.Text(marked, "xl/styles-kpitracker.xml"), Does.Contain("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" borderId=\"0\" applyFill=\"1\" />"));
            Assert.That(Marking.Text(marked, "xl/_rels/workbook.xml.rels"), Does.Contain("/styles-kpitracker.xml"));
        });
    }

    [Test]
    public void LibreOffice_opens_the_marked_workbook_with_its_comments_and_formulas()
    {
        if (Summaries.LibreOfficeTests.Find("soffice") is not { } program)
        {
            Assert.Ignore("LibreOffice (soffice) is not on this machine.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("soffice-marked-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "danh-dau.xlsx"), Marking.Mark(Marking.Rich(), Marking.Note("Báo cáo", "D4"), Marking.Note("Báo cáo", "E4"), Marking.Note("Báo cáo", "K20")));
            var converted = File.ReadAllBytes(Summaries.LibreOfficeTests.Convert(program, folder, "danh-dau.xlsx"));
            var comments = Marking.Text(converted, Marking.Parts(converted).Keys.Single(name => name.StartsWith("xl/comments", StringComparison.Ordinal)));
            Assert.Multiple(() =>
            {
                Assert.That(Marking.Text(converted, "xl/workbook.xml"), Does.Match("Kết quả kiểm tra.*Báo cáo.*Ghi chú"));
                Assert.That(Marking.Text(converted, "xl/worksheets/sheet2.xml"), Does.Contain("E4/D4</f>").And.Contain("<mergeCell ref=\"A1:G1\""));
                Assert.That(new[] { "D4", "E4", "K20" }, Has.All.Matches<string>(a => comments.Contains($"ref=\"{a}\"", StringComparison.Ordinal)));
                Assert.That(comments, Does.Contain("Số của anh Nam").And.Contain("Lỗi R02"));
                Assert.That(Marking.Text(converted, "xl/worksheets/sheet1.xml"), Does.Match("<hyperlink ref=\"E5\"[^>]*D4"));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Old_workbook_comes_back_as_a_new_one_that_says_what_it_lost()
    {
        var marked = Marking.Mark(OldExcel.OldWorkbookTests.Old, Marking.Note("Báo cáo", "D5"));
        using var workbook = Marking.Opened(marked);

        Assert.Multiple(() =>
        {
            Assert.That(workbook.Worksheet("Báo cáo").Cell("D5").Comment.Text, Does.StartWith("Lỗi R02"));
            Assert.That(workbook.Worksheet("Báo cáo").Cell("F5").Style.NumberFormat.Format, Is.EqualTo("0.0%"));
            Assert.That(workbook.Worksheet(List).CellsUsed().Select(c => c.GetString()), Has.Some.Contains("định dạng Excel cũ (.xls)"));
        });
    }

    private static List<Cell> Cells(byte[] file, string sheet) =>
        [.. ((GateReading.Opened)WorkbookGate.Shared.Open(new MemoryStream(file))).Workbook.Sheets.Single(s => s.Name == sheet).Rows.SelectMany(r => r.Cells)];
}
