using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Writes a sample report as offices type it: quốc hiệu and title on top, wards in rows under a merged two-row header, a row of totals, a footer.
/// </summary>
internal static class SampleWorkbooks
{
    private const string SheetName = "Tổng hợp";
    private const int TitleRow = 4;
    private const int HeadRow = 7;
    private const int FirstLine = HeadRow + 2;
    private const int FirstFigure = 3;

    private static readonly Dictionary<string, string> Heads = new()
    {
        ["OFFICIALS"] = "CBCCVC",
        ["STUDENTS"] = "Học sinh, sinh viên",
        ["ADULTS"] = "Người trưởng thành",
        ["WORKERS"] = "Người lao động",
        ["DIGITAL_ID"] = "Danh tính số",
        ["SMARTPHONE"] = "Điện thoại thông minh",
        [SampleFigures.Ambassadors] = "Đại sứ số",
        [SampleFigures.CommunityTeams] = "Tổ công nghệ số cộng đồng",
        [SampleFigures.TrainingVisits] = "Lượt tập huấn",
        [SampleFigures.Certified] = "Xác nhận phổ cập",
        [SampleFigures.UniversalCommunes] = "Hoàn thành phổ cập",
    };

    public static void Write(SampleReport report, Stream destination)
    {
        var sheet = new SampleSheet();
        var figures = report.Lines[0].Figures;
        var lastColumn = FirstFigure - 1 + figures.Sum(WidthOf);
        WriteTop(sheet, report, lastColumn);
        WriteHead(sheet, figures);
        for (var i = 0; i < report.Lines.Count; i++)
        {
            WriteLine(sheet, report.Lines[i], i + 1, FirstLine + i);
        }

        var totalRow = FirstLine + report.Lines.Count;
        WriteTotals(sheet, report, totalRow);
        WriteFoot(sheet, totalRow + 2, lastColumn);
        SamplePackage.Write(sheet, SheetName, HeadRow + 1, report.SentAt, destination);
    }

    private static int WidthOf(SampleFigure figure) => figure.Denominator is null ? 1 : 3;

    private static void WriteTop(SampleSheet sheet, SampleReport report, int lastColumn)
    {
        var middle = lastColumn / 2;
        var isArea = report.Collector.Kind == UnitKinds.Area;
        Across(1, 1, middle - 1, isArea ? "UBND THÀNH PHỐ HÀ NỘI" : "UBND " + Upper(report.Collector.NameWithKind), CellLook.Centred);
        Across(1, middle, lastColumn, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CellLook.Centred);
        Across(2, 1, middle - 1, isArea ? Upper(report.Collector.NameWithKind) : "PHÒNG VĂN HÓA, KHOA HỌC VÀ THÔNG TIN", CellLook.Centred);
        Across(2, middle, lastColumn, "Độc lập - Tự do - Hạnh phúc", CellLook.Centred);
        var addition = report.Kind switch { SampleReportKind.Late => " (BỔ SUNG)", SampleReportKind.Corrected => " (ĐÍNH CHÍNH)", _ => "" };
        Across(TitleRow, 1, lastColumn, "TỔNG HỢP KẾT QUẢ “BÌNH DÂN HỌC VỤ SỐ”" + addition, CellLook.Title);
        Across(TitleRow + 1, 1, lastColumn, Month(report.Period), CellLook.Centred);

        void Across(int row, int from, int to, string text, CellLook look)
        {
            sheet.Text(from, row, text, look);
            sheet.Merge(from, row, to, row);
        }
    }

    private static string Month(ReportingPeriod period) => string.Create(CultureInfo.InvariantCulture, $"Tháng {period.Month} năm {period.Year}");

    private static string Upper(string text) => text.ToUpper(CultureInfo.InvariantCulture);

    private static void WriteHead(SampleSheet sheet, IReadOnlyList<SampleFigure> figures)
    {
        sheet.Text(1, HeadRow, "TT", CellLook.Head);
        sheet.Text(2, HeadRow, "Đơn vị", CellLook.Head);
        sheet.Merge(1, HeadRow, 1, HeadRow + 1);
        sheet.Merge(2, HeadRow, 2, HeadRow + 1);
        foreach (var (figure, column) in Placed(figures))
        {
            sheet.Text(column, HeadRow, Heads[figure.IndicatorCode], CellLook.Head);
            var isCount = figure.Denominator is null;
            sheet.Merge(column, HeadRow, isCount ? column : column + 2, isCount ? HeadRow + 1 : HeadRow);
            if (!isCount)
            {
                sheet.Empty(column + 1, HeadRow, CellLook.Head);
                sheet.Empty(column + 2, HeadRow, CellLook.Head);
            }
        }

        foreach (var (_, column) in Placed(figures).Where(p => p.Figure.Denominator is not null))
        {
            sheet.Text(column, HeadRow + 1, "Tổng số", CellLook.Head);
            sheet.Text(column + 1, HeadRow + 1, "Số đạt", CellLook.Head);
            sheet.Text(column + 2, HeadRow + 1, "Tỷ lệ %", CellLook.Head);
        }
    }

    private static void WriteLine(SampleSheet sheet, SampleLine line, int number, int row)
    {
        sheet.Number(1, row, number, CellLook.Text);
        sheet.Text(2, row, line.Ward.Unit.NameWithKind, CellLook.Text);
        foreach (var (figure, column) in Placed(line.Figures))
        {
            if (figure.Denominator is not { } whole)
            {
                sheet.Number(column, row, figure.Numerator, CellLook.Count);
                continue;
            }

            sheet.Number(column, row, whole, CellLook.Count);
            if (figure.IsMissing)
            {
                sheet.Text(column + 1, row, "-", CellLook.Count);
                sheet.Empty(column + 2, row, CellLook.Percent);
                continue;
            }

            sheet.Number(column + 1, row, figure.Numerator, CellLook.Count);
            sheet.Formula(column + 2, row, Ratio(column, row), (double)figure.Numerator / whole, CellLook.Percent);
        }
    }

    private static void WriteTotals(SampleSheet sheet, SampleReport report, int row)
    {
        sheet.Empty(1, row, CellLook.TotalText);
        sheet.Text(2, row, "Tổng cộng", CellLook.TotalText);
        foreach (var ((figure, column), index) in Placed(report.Lines[0].Figures).Select((placed, index) => (placed, index)))
        {
            var part = report.Lines.Where(l => !l.Figures[index].IsMissing).Sum(l => l.Figures[index].Numerator);
            if (figure.Denominator is null)
            {
                Sum(column, part);
                continue;
            }

            var whole = report.Lines.Sum(l => l.Figures[index].Denominator!.Value);
            Sum(column, whole);
            Sum(column + 1, part);
            sheet.Formula(column + 2, row, Ratio(column, row), (double)part / whole, CellLook.TotalPercent);
        }

        void Sum(int column, long result) =>
            sheet.Formula(column, row, $"SUM({SampleSheet.Address(column, FirstLine)}:{SampleSheet.Address(column, row - 1)})", result, CellLook.TotalCount);
    }

    private static void WriteFoot(SampleSheet sheet, int row, int lastColumn)
    {
        sheet.Text(1, row, "Nơi nhận:", CellLook.Italic);
        sheet.Text(lastColumn - 6, row, "NGƯỜI LẬP BIỂU", CellLook.Centred);
        sheet.Merge(lastColumn - 6, row, lastColumn, row);
        sheet.Text(1, row + 1, "- UBND thành phố (để báo cáo);", CellLook.Plain);
        sheet.Text(1, row + 2, "- Lưu: VT.", CellLook.Plain);
    }

    private static string Ratio(int column, int row) => $"{SampleSheet.Address(column + 1, row)}/{SampleSheet.Address(column, row)}";

    /// <summary>Each figure with its first column.</summary>
    private static IEnumerable<(SampleFigure Figure, int Column)> Placed(IReadOnlyList<SampleFigure> figures)
    {
        var column = FirstFigure;
        foreach (var figure in figures)
        {
            yield return (figure, column);
            column += WidthOf(figure);
        }
    }
}
