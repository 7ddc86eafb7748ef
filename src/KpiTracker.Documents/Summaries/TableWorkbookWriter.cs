using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>Writes one table as a workbook of one sheet: what it is above, numbers and dates as such, its head frozen and repeated, filters, A4 landscape one page wide.</summary>
public static class TableWorkbookWriter
{
    /// <param name="sheetName">At most 31 letters, none of which a sheet's name may not have.</param>
    /// <param name="notes">Said above the table: which unit and month, and how many wards stand behind it.</param>
    /// <param name="output">Only written to; need not seek.</param>
    public static void Write(SummaryTable table, string sheetName, IReadOnlyList<string> notes, Stream output)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = table.Caption;
        workbook.Style.Font.FontName = "Times New Roman";
        workbook.Style.Font.FontSize = SummarySheet.TextSize;
        var sheet = new SummarySheet(workbook, sheetName, SummarySheet.WidthsOf(table));
        sheet.Heading(table.Caption);
        foreach (var note in notes)
        {
            sheet.Note(note);
        }

        var place = TableWriter.Write(sheet, table);
        if (table.Rows.Count > 0)
        {
            var lastFiltered = table.Rows[^1].Kind == SummaryRowKind.Total ? place.LastRow - 1 : place.LastRow;
            sheet.Sheet.Range(place.LastHeadRow, 1, lastFiltered, place.Columns).SetAutoFilter();
        }

        sheet.Sheet.SheetView.FreezeRows(place.LastHeadRow);
        sheet.FitToPrint(place, pagesHigh: 0, place.LastRow);
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        file.Position = 0;
        file.CopyTo(output);
    }
}
