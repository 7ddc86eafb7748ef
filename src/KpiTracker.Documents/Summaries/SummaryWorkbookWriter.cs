using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>
/// Writes a summary as a workbook: the signed part on the first sheet, each appendix on a sheet of its own, numbers as numbers,
/// A4 landscape one page wide, and the chart as a chart that Excel draws.
/// </summary>
public static class SummaryWorkbookWriter
{
    /// <param name="output">Only written to; need not seek.</param>
    public static void Write(SummaryReport report, Stream output)
    {
        using var file = new MemoryStream();
        var charts = WriteSheets(report, file);
        if (charts.Count > 0)
        {
            NativeChart.AddTo(file, charts);
        }

        file.Position = 0;
        file.CopyTo(output);
    }

    private static List<ChartPlace> WriteSheets(SummaryReport report, MemoryStream file)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = $"{report.Head.Title} – {report.Head.Subject}";
        workbook.Properties.Company = report.Head.Agency;
        workbook.Style.Font.FontName = "Times New Roman";
        workbook.Style.Font.FontSize = SummarySheet.TextSize;

        SignedSheet.AddTo(workbook, report);
        var charts = report.Appendices.Select(appendix => AppendixSheet.AddTo(workbook, appendix)).OfType<ChartPlace>().ToList();
        workbook.SaveAs(file);
        return charts;
    }
}
