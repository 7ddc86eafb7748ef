using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>An appendix: its heading and the table's head stay in sight, the table can be filtered, and the head comes again on every printed page.</summary>
internal static class AppendixSheet
{
    private const int ChartColumns = 9;
    private const int ChartRows = 26;
    private const double LabelWidth = 28;
    private const double Gap = 3;

    /// <returns>Where a chart is to be drawn; <c>null</c> for an appendix without one.</returns>
    public static ChartPlace? AddTo(XLWorkbook workbook, SummarySection appendix) =>
        appendix.Blocks.OfType<SummaryBlock.Chart>().FirstOrDefault() is { } chart
            ? AddChart(workbook, appendix, chart)
            : AddTable(workbook, appendix);

    private static ChartPlace? AddTable(XLWorkbook workbook, SummarySection appendix)
    {
        var table = appendix.Blocks.OfType<SummaryBlock.Table>().Single().Content;
        var sheet = new SummarySheet(workbook, appendix.Name, SummarySheet.WidthsOf(table));
        sheet.Heading(appendix.Heading);
        sheet.Paragraph(table.Caption);
        var place = TableWriter.Write(sheet, table);

        // A filter takes the plain rows and the sums of groups; the total below stays where it is.
        var lastFiltered = table.Rows.Count > 1 && table.Rows[^1].Kind == SummaryRowKind.Total ? place.LastRow - 1 : place.LastRow;
        sheet.Sheet.Range(place.LastHeadRow, 1, lastFiltered, place.Columns).SetAutoFilter();
        sheet.Sheet.SheetView.Freeze(place.LastHeadRow, Math.Min(2, place.Columns));
        foreach (var note in appendix.Blocks.OfType<SummaryBlock.Note>())
        {
            sheet.Note(note.Text);
        }

        sheet.FitToPrint(place, pagesHigh: 0, sheet.Row - 1);
        return null;
    }

    private static ChartPlace AddChart(XLWorkbook workbook, SummarySection appendix, SummaryBlock.Chart chart)
    {
        var sheet = new SummarySheet(workbook, appendix.Name, [LabelWidth, .. SummarySheet.WidthsOf(chart.Data).Skip(1), Gap, .. Enumerable.Repeat(11d, ChartColumns)]);
        sheet.Heading(appendix.Heading);
        var place = TableWriter.Write(sheet, chart.Data);
        sheet.Sheet.SheetView.FreezeRows(place.LastHeadRow);
        var lastRow = Math.Max(place.LastRow, place.FirstHeadRow + ChartRows);
        sheet.FitToPrint(place, pagesHigh: 1, lastRow);
        return new ChartPlace(appendix.Name, chart, place.LastHeadRow, place.FirstHeadRow, chart.Data.Columns.Count + 1, ChartColumns, ChartRows);
    }
}
