using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KpiTracker.Documents.Summaries;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;
using KpiTracker.Tests.Domain.Summaries;

namespace KpiTracker.Tests.Documents.Summaries;

public sealed class SummaryWorkbookWriterTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static readonly SummaryFacts TayHo = ASummary.Facts(
        [
            ASummary.Reported(ASummary.Ward("00109", "Bưởi"), (ASummary.Officials, 90, 100), (ASummary.Adults, 1203, 1204), (ASummary.Ambassadors, 3, null)),
            ASummary.Reported(ASummary.Ward("00094", "Nhật Tân"), (ASummary.Officials, 10, 1000), (ASummary.Adults, 12345, 54321)) with { Standing = ReportStanding.Late },
            ASummary.NotReported(ASummary.Ward("00100", "Yên Phụ")),
        ],
        [ASummary.Officials, ASummary.Adults, ASummary.Ambassadors],
        [ASummary.Goal(ASummary.Officials, 95), ASummary.Goal(ASummary.Adults, 82.5m, Comparator.AtLeast, stated: false), ASummary.Goal(ASummary.Ambassadors, 1, Comparator.AtLeast, measure: TargetMeasure.CountInEachWard)]);

    [Test]
    public void Every_figure_of_the_summary_stands_in_the_workbook_as_the_number_that_is_shown()
    {
        var report = SummaryComposer.Compose(TayHo, Vietnamese);
        using var workbook = Open(report);
        foreach (var (section, table) in Tables(report))
        {
            var sheet = workbook.Worksheet(report.Body.Contains(section) ? report.Body[0].Name : section.Name);
            var head = sheet.CellsUsed(cell => cell.GetString() == table.Columns[0].Head).First().Address.RowNumber + (table.HasGroups ? 1 : 0);
            foreach (var (index, row) in table.Rows.Index())
            {
                var printed = Enumerable.Range(1, row.Cells.Count).Select(column => Printed(sheet.Cell(head + 1 + index, column), row.Cells[column - 1]));
                Assert.That(printed, Is.EqualTo(row.Cells.Select(cell => cell.Shown)), $"{section.Name}, row {index + 1}");
            }
        }
    }

    [Test]
    public void Percentages_are_numbers_with_one_decimal_and_counts_have_thousands()
    {
        using var workbook = Open(SummaryComposer.Compose(TayHo, Vietnamese));
        var row = RowOf(workbook.Worksheet(1), "Người dân trưởng thành");
        Assert.Multiple(() =>
        {
            Assert.That(row.Cell(4).GetDouble(), Is.EqualTo(0.825));
            Assert.That(row.Cell(4).Style.NumberFormat.Format, Is.EqualTo("\"mức \"0.0%"));
            Assert.That(row.Cell(5).GetDouble(), Is.EqualTo(55525));
            Assert.That(row.Cell(5).Style.NumberFormat.Format, Is.EqualTo("#,##0"));
            Assert.That(row.Cell(7).GetDouble(), Is.EqualTo(0.244));
            Assert.That(row.Cell(7).Style.NumberFormat.Format, Is.EqualTo("0.0%"));
        });
    }

    [Test]
    public void What_is_under_a_hundred_is_not_a_hundred_in_the_file_either()
    {
        using var workbook = Open(SummaryComposer.Compose(TayHo, Vietnamese));
        Assert.That(RowOf(workbook.Worksheet("Theo phường, xã"), "Phường Bưởi").Cell(9).GetDouble(), Is.EqualTo(0.999));
    }

    [Test]
    public void Every_sheet_prints_on_a4_landscape_one_page_wide_with_its_head_on_every_page()
    {
        using var workbook = Open(SummaryComposer.Compose(TayHo, Vietnamese));
        Assert.Multiple(() =>
        {
            foreach (var setup in workbook.Worksheets.Select(sheet => sheet.PageSetup))
            {
                Assert.That(setup.PaperSize, Is.EqualTo(XLPaperSize.A4Paper));
                Assert.That(setup.PageOrientation, Is.EqualTo(XLPageOrientation.Landscape));
                Assert.That(setup.PagesWide, Is.EqualTo(1));
                Assert.That(setup.PrintAreas, Has.Exactly(1).Items);
                Assert.That(setup.LastRowToRepeatAtTop, Is.GreaterThan(0));
            }
        });
    }

    [TestCase("Theo phường, xã", 4)]
    [TestCase("Chưa nộp", 3)]
    public void The_head_of_a_long_table_stays_in_sight_and_can_be_filtered(string name, int headEnd)
    {
        using var workbook = Open(SummaryComposer.Compose(TayHo, Vietnamese));
        var sheet = workbook.Worksheet(name);
        Assert.Multiple(() =>
        {
            Assert.That(sheet.SheetView.SplitRow, Is.EqualTo(headEnd));
            Assert.That(sheet.AutoFilter.IsEnabled, Is.True);
            Assert.That(sheet.AutoFilter.Range.FirstRow().RowNumber(), Is.EqualTo(headEnd));
        });
    }

    [Test]
    public void The_head_block_names_agency_country_unit_month_and_date()
    {
        using var workbook = Open(SummaryComposer.Compose(TayHo, Vietnamese));
        var cells = workbook.Worksheet(1).CellsUsed().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(cells.Select(cell => cell.GetString()), Is.SupersetOf(new[]
            {
                "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "ỦY BAN NHÂN DÂN QUẬN TÂY HỒ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tây Hồ, ngày 09 tháng 6 năm 2025",
                "BÁO CÁO TỔNG HỢP", "Quận Tây Hồ", "tháng 5 năm 2025 (từ 01/05/2025 đến 31/05/2025)", "NGƯỜI LẬP", "THỦ TRƯỞNG ĐƠN VỊ",
                "Chưa nộp báo cáo (1 đơn vị): Phường Yên Phụ.",
            }));
            Assert.That(cells.Where(cell => cell.DataType == XLDataType.DateTime).Select(cell => cell.GetDateTime()), Is.EqualTo(new[] { new DateTime(2025, 6, 9) }));
        });
    }

    [TestCase("=HYPERLINK(\"x\")")]
    [TestCase("+1")]
    [TestCase("-1+1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    [TestCase("00109")]
    public void Text_stays_text_whatever_it_begins_with(string name)
    {
        var facts = ASummary.Facts([ASummary.NotReported(ASummary.Ward("00109", "x") with { NameWithKind = name })], [ASummary.Officials]);
        using var workbook = Open(SummaryComposer.Compose(facts, Vietnamese));
        var cell = workbook.Worksheet("Chưa nộp").Cell(4, 3);
        Assert.Multiple(() =>
        {
            Assert.That(cell.HasFormula, Is.False);
            Assert.That(cell.DataType, Is.EqualTo(XLDataType.Text));
            Assert.That(cell.GetString().ReplaceLineEndings("\r"), Is.EqualTo(name));
            Assert.That(cell.Style.IncludeQuotePrefix, Is.EqualTo(name != "00109"));
        });
    }

    [Test]
    public void No_cell_is_a_formula()
    {
        using var workbook = Open(SummaryComposer.Compose(TayHo, Vietnamese));
        Assert.That(workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Where(cell => cell.HasFormula), Is.Empty);
    }

    [Test]
    public void The_chart_is_a_native_one_over_the_cells_of_its_table_with_a_fill_for_each_series()
    {
        using var file = Write(SummaryComposer.Compose(TayHo, Vietnamese));
        using var document = SpreadsheetDocument.Open(file, false);
        var chart = document.WorkbookPart!.WorksheetParts.Select(sheet => sheet.DrawingsPart).OfType<DrawingsPart>().Single().ChartParts.Single();
        var series = chart.ChartSpace.Descendants<BarChartSeries>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(series.Select(one => one.GetFirstChild<SeriesText>()!.InnerText), Is.EqualTo(new[] { "'Biểu đồ'!$B$2Thực hiện", "'Biểu đồ'!$C$2Mục tiêu" }));
            Assert.That(series.Select(one => one.GetFirstChild<ChartShapeProperties>()?.GetFirstChild<DocumentFormat.OpenXml.Drawing.SolidFill>()), Has.None.Null);
            Assert.That(series.Select(one => one.GetFirstChild<Values>()!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Formula>().Single().Text), Is.EqualTo(new[] { "'Biểu đồ'!$B$3:$B$4", "'Biểu đồ'!$C$3:$C$4" }));
            Assert.That(series[0].GetFirstChild<Values>()!.Descendants<NumericValue>().Select(value => value.Text), Is.EqualTo(new[] { "0.091", "0.244" }));
        });
    }

    [Test]
    public void The_file_is_valid_by_the_standard()
    {
        using var file = Write(SummaryComposer.Compose(TayHo, Vietnamese));
        using var document = SpreadsheetDocument.Open(file, false);
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"), Is.Empty);
    }

    [Test]
    public void A_month_without_reports_or_targets_is_written_too()
    {
        using var workbook = Open(SummaryComposer.Compose(ASummary.Facts([ASummary.NotReported(ASummary.Ward("00100", "Yên Phụ"))], []), Vietnamese));
        Assert.That(workbook.Worksheets.Select(sheet => sheet.Name), Is.EqualTo(new[] { "Tổng hợp", "Chưa nộp" }));
    }

    private static IEnumerable<(SummarySection Section, SummaryTable Table)> Tables(SummaryReport report) =>
        from section in report.Sections
        from block in section.Blocks
        let table = block switch
        {
            SummaryBlock.Table content => content.Content,
            SummaryBlock.Chart chart => chart.Data,
            _ => null,
        }
        where table is not null
        select (section, table);

    /// <summary>What a reader sees in a cell: its value, printed by its own number format.</summary>
    private static string Printed(IXLCell cell, SummaryCell expected) => cell.DataType != XLDataType.Number ? cell.GetString() : expected switch
    {
        SummaryCell.Percentage { IsReportedAlone: var alone } => ExcelFormat(cell, "0.0%") + (alone ? "*" : ""),
        SummaryCell.Goal { InWords: var words } => words.Contains('%', StringComparison.Ordinal) ? $"{words.Split(' ')[0]} {(cell.GetDouble() * 100).ToString("0.##", FigureCulture)}%" : words,
        SummaryCell.Count => cell.GetDouble().ToString("#,##0.###", FigureCulture),
        _ => throw new InvalidOperationException($"{cell.Address} is a number, not {expected}."),
    };

    private static CultureInfo FigureCulture => KpiTracker.Domain.Figures.FigureText.Culture;

    private static string ExcelFormat(IXLCell cell, string format) => cell.GetDouble().ToString(format, FigureCulture);

    private static IXLRow RowOf(IXLWorksheet sheet, string text) => sheet.CellsUsed(cell => cell.GetString() == text).First().WorksheetRow();

    private static XLWorkbook Open(SummaryReport report) => new(Write(report));

    private static MemoryStream Write(SummaryReport report)
    {
        var file = new MemoryStream();
        SummaryWorkbookWriter.Write(report, file);
        file.Position = 0;
        return file;
    }
}
