using KpiTracker.Documents.Summaries;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Web.Features.Exports;

/// <summary>A table as the answer to a request.</summary>
internal static class TableFile
{
    /// <param name="notes">What stands above the table in a workbook.</param>
    public static IResult Of(SummaryTable table, TableFormat format, string sheet, IReadOnlyList<string> notes, string fileName)
    {
        if (format == TableFormat.Xlsx)
        {
            var file = new MemoryStream();
            TableWorkbookWriter.Write(table, sheet, notes, file);
            file.Position = 0;
            return Results.File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fileName);
        }

        var text = TableText.Write(table, format);
        return format == TableFormat.Csv
            ? Results.File(text, "text/csv; charset=utf-8", fileName)
            : Results.Bytes(text, "text/tab-separated-values; charset=utf-8");
    }
}
