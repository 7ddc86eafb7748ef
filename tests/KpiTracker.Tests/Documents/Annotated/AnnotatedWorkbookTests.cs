using ClosedXML.Excel;
using KpiTracker.Documents.Annotated;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Annotated;

public sealed class AnnotatedWorkbookTests
{
    private const string List = "Kết quả kiểm tra";

    [Test]
    public void All_that_is_not_marked_is_kept_byte_for_byte()
    {
        var file = Marking.Rich();
        var (before, after) = (Marking.Parts(file), Marking.Parts(Marking.Mark(file, Marking.Note("Báo cáo", "D4"))));
        string[] changed = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmldrawing.vml"];

        Assert.Multiple(() =>
        {
            Assert.That(before.Keys, Is.SubsetOf(after.Keys));
            Assert.That(before.Keys.Where(name => before[name] != after[name]), Is.SubsetOf(before.Keys.Where(name => changed.Contains(name, StringComparer.OrdinalIgnoreCase))));
            Assert.That(before.Keys.Count(name => before[name] == after[name]), Is.GreaterThanOrEqualTo(4));
        });
    }

    [Test]
    public void Formulas_merges_widths_styles_and_other_sheets_stay()
    {
        using var workbook = Marking.Opened(Marking.Mark(Marking.Rich(), Marking.Note("Báo cáo", "D4"), Marking.Note("Báo cáo", "Z90", Severity.Warning)));
        var sheet = workbook.Worksheet("Báo cáo");

        Assert.Multiple(() =>
        {
            Assert.That(workbook.Worksheets.Select(s => s.Name), Is.EqualTo(new[] { List, "Báo cáo", "Ghi chú" }));
            Assert.That(sheet.Cell("F4").FormulaA1, Is.EqualTo("E4/D4"));
            Assert.That(sheet.MergedRanges.Select(r => r.RangeAddress.ToString()), Is.EqualTo(new[] { "A1:G1" }));
            Assert.That(sheet.Column(2).Width, Is.EqualTo(40).Within(1));
            Assert.That(sheet.Cell("D4").Style.NumberFormat.Format, Is.EqualTo("#,##0"));
            Assert.That(sheet.Cell("D4").Style.Font.Bold);
            Assert.That(sheet.Cell("D4").Style.Fill.BackgroundColor.Color.ToArgb(), Is.EqualTo(unchecked((int)0xFFF4B6A0)));
            Assert.That(sheet.Cell("E4").Style.Fill.PatternType, Is.EqualTo(XLFillPatternValues.None));
            Assert.That(sheet.Cell("Z90").Style.Fill.PatternType, Is.EqualTo(XLFillPatternValues.Solid));
            Assert.That(workbook.Worksheet("Ghi chú").Cell("A1").GetString(), Is.EqualTo("Nơi nhận"));
        });
    }

    [Test]
    public void Sender_s_own_comment_is_kept_and_ours_follows_it()
    {
        using var workbook = Marking.Opened(Marking.Mark(Marking.Rich(), Marking.Note("Báo cáo", "E4"), Marking.Note("Báo cáo", "D4")));

        Assert.Multiple(() =>
        {
            Assert.That(workbook.Worksheet("Báo cáo").Cell("E4").Comment.Text, Does.Contain("Số của anh Nam").And.Contain("Lỗi R02").And.Contain("Ghi lại bằng chữ số."));
            Assert.That(workbook.Worksheet("Báo cáo").Cell("D4").Comment.Text, Does.StartWith("Lỗi R02"));
        });
    }

    [Test]
    public void Several_findings_in_a_cell_make_one_comment_and_the_gravest_colour()
    {
        var marked = Marking.Mark(
            Marking.Plain(),
            Marking.Note("Báo cáo", "D2", Severity.Warning, "R12"),
            Marking.Note("Báo cáo", "D2", Severity.Error, "R07", "130 lớn hơn 120."),
            Marking.Note("Báo cáo", "D2", Severity.Question, "R22"));
        using var workbook = Marking.Opened(marked);
        var cell = workbook.Worksheet("Báo cáo").Cell("D2");

        Assert.Multiple(() =>
        {
            Assert.That(cell.Comment.Text, Does.Contain("Lưu ý R12").And.Contain("Lỗi R07").And.Contain("130 lớn hơn 120.").And.Contain("Câu hỏi R22"));
            Assert.That(cell.Style.Fill.BackgroundColor.Color.ToArgb(), Is.EqualTo(unchecked((int)0xFFF4B6A0)));
            Assert.That(Marking.Text(marked, "xl/comments-kpitracker.xml").Split("<comment ").Length - 1, Is.EqualTo(1));
        });
    }

    [Test]
    public void List_says_everything_and_leads_to_the_cells()
    {
        var book = new Book();
        book.Add("Số 'mới' thêm").Rows(1, ["a", 1]);
        using var workbook = Marking.Opened(Marking.Mark(book.Bytes(), Marking.Note("Số 'mới' thêm", "B1"), Marking.Note(null, null, Severity.Question, "R13", "=HYPERLINK(\"x\")")));
        var list = workbook.Worksheet(List);
        var rows = list.RowsUsed().Where(r => r.Cell(1).DataType == XLDataType.Number).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(rows[0].Cells(1, 7).Select(c => c.GetString()), Is.EqualTo(new[] { "1", "Lỗi", "R02", "Số 'mới' thêm", "B1", "“12abc” không phải là số.", "Ghi lại bằng chữ số." }));
            Assert.That(rows[0].Cell(5).Hyperlink.InternalAddress, Is.EqualTo("'Số ''mới'' thêm'!B1"));
            Assert.That(rows[1].Cell(4).GetString(), Is.EqualTo("Cả tệp"));
            Assert.That(rows[1].Cell(6).HasFormula, Is.False);
            Assert.That(list.SheetView.SplitRow, Is.EqualTo(4));
            Assert.That(list.PageSetup.PageOrientation, Is.EqualTo(XLPageOrientation.Landscape));
        });
    }

    [Test]
    public void Sheets_counted_by_their_place_are_counted_one_further()
    {
        var book = Book.Of(["x"]);
        book.WorkbookProperties = "<bookViews><workbookView activeTab=\"0\" firstSheet=\"0\"/></bookViews>";
        book.Parts["xl/workbook.xml"] = Marking.Text(book.Bytes(), "xl/workbook.xml")
            .Replace("</sheets>", "</sheets><definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'Báo cáo'!$A$1</definedName></definedNames>", StringComparison.Ordinal);

        Assert.That(
            Marking.Text(Marking.Mark(book.Bytes(), Marking.Note("Báo cáo", "A1")), "xl/workbook.xml"),
            Does.Contain("localSheetId=\"1\"").And.Contain("activeTab=\"1\"").And.Contain("sheetId=\"2\""));
    }

    [Test]
    public void Sheet_that_bears_the_list_s_name_already_keeps_it()
    {
        var book = Book.Of(["x"]);
        book.Add("kết quả KIỂM TRA").Row(1, "của tôi");

        Assert.That(Marking.Opened(Marking.Mark(book.Bytes())).Worksheets.Select(s => s.Name), Is.EqualTo(new[] { List + " (2)", "Báo cáo", "kết quả KIỂM TRA" }));
    }

    [Test]
    public void Rows_and_cells_that_are_missing_are_made_in_their_place()
    {
        var book = new Book();
        book.Add("Báo cáo").Rows(2, ["a", null, "c"]).Rows(5, ["e"]);
        var marked = Marking.Mark(book.Bytes(), [.. new[] { "A1", "B2", "D2", "A3", "B5", "A9" }.Select(a => Marking.Note("Báo cáo", a))]);
        var cells = System.Text.RegularExpressions.Regex.Matches(Marking.Text(marked, "xl/worksheets/sheet0.xml"), "<c r=\"([A-Z0-9]+)\"").Select(m => m.Groups[1].Value);

        Assert.That(cells, Is.EqualTo(new[] { "A1", "A2", "B2", "C2", "D2", "A3", "A5", "B5", "A9" }));
    }

    [Test]
    public void Conversation_in_a_cell_is_left_alone()
    {
        var book = Book.Of(["x"]);
        book.Parts["xl/worksheets/_rels/sheet0.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"../comments1.xml\"/></Relationships>";
        book.Parts["xl/comments1.xml"] = $"<comments xmlns=\"{Book.Main}\"><authors><author>tc={{1}}</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>[Chuỗi thảo luận]</t></text></comment></commentList></comments>";

        Assert.That(Marking.Text(Marking.Mark(book.Bytes(), Marking.Note("Báo cáo", "A1")), "xl/comments1.xml"), Does.Not.Contain("R02"));
    }

    [Test]
    public void Beyond_the_limit_cells_are_coloured_and_listed_without_a_comment()
    {
        var notes = Enumerable.Range(1, AnnotationLimits.CommentsPerSheet + 5).Select(row => Marking.Note("Báo cáo", $"A{row}")).ToArray();
        var marked = Marking.Mark(Marking.Plain(), notes);

        Assert.Multiple(() =>
        {
            Assert.That(Marking.Text(marked, "xl/comments-kpitracker.xml").Split("<comment ").Length - 1, Is.EqualTo(AnnotationLimits.CommentsPerSheet));
            Assert.That(Marking.Text(marked, "xl/worksheets/kpitracker.xml"), Does.Contain("2.000 ô đầu có chú thích").And.Contain("!A2005\""));
        });
    }

    [Test]
    public void Marked_workbook_sent_again_gives_the_same_figures()
    {
        var file = File.ReadAllBytes(Path.Combine(Architecture.Repository.Root, "data/samples/phuong-buoi-2025-05.xlsx"));
        var first = Reports.Check(file);
        var cell = first.Observations[0].Cell;
        var again = Reports.Check(Marking.Mark(file, Marking.Note(cell.Sheet, cell.Address)));

        Assert.That(Reports.Kept(again), Is.EqualTo(Reports.Kept(first)));
        Assert.That(again.Findings.Where(f => f.Severity != Severity.Warning), Is.EqualTo(first.Findings.Where(f => f.Severity != Severity.Warning)));
    }
}
