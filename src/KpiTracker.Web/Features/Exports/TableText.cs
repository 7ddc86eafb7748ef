using System.Text;
using CsvHelper;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Web.Features.Exports;

/// <summary>
/// A table as plain text, for a file or the clipboard: figures with the decimals shown and without thousands' dots, which a spreadsheet could take for
/// decimals, and semicolons between fields, as Excel expects where the comma is the decimal sign; nothing where there is no figure. Words that a spreadsheet would take for a formula stay words.
/// </summary>
internal static class TableText
{
    /// <returns>UTF-8; a file begins with the mark that Excel knows it by.</returns>
    public static byte[] Write(SummaryTable table, TableFormat format)
    {
        var isFile = format == TableFormat.Csv;
        using var text = new MemoryStream();
        var options = CsvWriterOptions.Default with
        {
            Injection = CsvInjection.Escape,
            WriteByteOrderMark = isFile,
            Separator = isFile ? ';' : '\t',
            FormatProvider = FigureText.Culture,
        };
        using (var csv = CsvWriter.Create(text, options, leaveOpen: true))
        {
            csv.WriteRecord([.. table.Columns.Select(c => c.Group is null ? c.Head : $"{c.Group}: {c.Head}")]);
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    WriteCell(csv, cell);
                }

                csv.EndRecord();
            }
        }

        return text.ToArray();
    }

    private static void WriteCell(CsvWriter csv, SummaryCell cell)
    {
        switch (cell)
        {
            case SummaryCell.Count { Value: { } count }:
                csv.WriteField(count, "0.###");
                break;
            case SummaryCell.Points { ShownValue: { } points }:
                csv.WriteField(points, "0.0");
                break;
            case SummaryCell.Change { Value: { } change }:
                csv.WriteField(change, "0.###");
                break;
            case { Shown: FigureText.Missing }:
                csv.WriteField("");
                break;
            default:
                // Thousands of per cent have a dot too; a date has none.
                csv.WriteField(cell is SummaryCell.Percentage ? cell.Shown.Replace(".", "", StringComparison.Ordinal) : cell.Shown);
                break;
        }
    }
}
