using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>One sheet written from the top down: it knows its width and the next free row. Widths and heights are set by hand: nothing here can measure text.</summary>
internal sealed class SummarySheet
{
    public const double TextSize = 12;

    private const double NoteSize = 10;
    private const double LineHeight = 16;

    // Bold and capitals need more room than the average letter.
    private const double Tightness = 1.1;

    public SummarySheet(XLWorkbook workbook, string name, IReadOnlyList<double> widths)
    {
        Sheet = workbook.AddWorksheet(name);
        for (var column = 0; column < widths.Count; column++)
        {
            Sheet.Column(column + 1).Width = widths[column];
        }

        Widths = widths;
        Sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        Sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        Sheet.PageSetup.Margins.SetTop(0.6).SetBottom(0.6).SetLeft(0.6).SetRight(0.5).SetHeader(0.3).SetFooter(0.3);
        Sheet.PageSetup.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        Sheet.PageSetup.Footer.Center.AddText("/");
        Sheet.PageSetup.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
    }

    public IXLWorksheet Sheet { get; }

    public IReadOnlyList<double> Widths { get; }

    public int LastColumn => Widths.Count;

    /// <summary>The next free row, from 1.</summary>
    public int Row { get; set; } = 1;

    /// <summary>Widths in characters. Where columns are many, figures move closer together, so that the page is not printed too small to read.</summary>
    public static IReadOnlyList<double> WidthsOf(SummaryTable table) =>
        [.. table.Columns.Select(column => column.Kind switch
        {
            SummaryColumnKind.Ordinal => 6,
            SummaryColumnKind.Name => 46d,
            SummaryColumnKind.ShortText => 14,
            SummaryColumnKind.Text => 26,
            _ => table.HasGroups ? 10.5 : 14,
        })];

    /// <summary>Text across columns of the current row, in one merged cell that is high enough for it.</summary>
    /// <param name="size">Of the letters, against the usual ones.</param>
    public IXLCell Line(string text, int firstColumn, int lastColumn, double size = 1)
    {
        var range = Sheet.Range(Row, firstColumn, Row, lastColumn).Merge();
        var cell = range.FirstCell();
        SummaryCellWriter.WriteText(cell, text);
        cell.Style.Alignment.WrapText = true;
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        Raise(Row, Lines(text, firstColumn, lastColumn, size));
        return cell;
    }

    public IXLCell Line(string text) => Line(text, 1, LastColumn);

    public void Heading(string text)
    {
        Line(text).Style.Font.Bold = true;
        Row++;
    }

    public void Paragraph(string text)
    {
        Line(text);
        Row++;
    }

    public void Note(string text)
    {
        var style = Line(text, 1, LastColumn, NoteSize / TextSize).Style;
        style.Font.Italic = true;
        style.Font.FontSize = NoteSize;
        Row++;
    }

    /// <summary>Makes a row at least so many lines high.</summary>
    public void Raise(int row, int lines)
    {
        var height = Math.Max(Sheet.Row(row).Height, (lines * LineHeight) + 2);
        Sheet.Row(row).Height = height;
    }

    public int Lines(string text, int firstColumn, int lastColumn, double size = 1)
    {
        var room = Widths.Skip(firstColumn - 1).Take(lastColumn - firstColumn + 1).Sum();
        return Math.Max(1, (int)Math.Ceiling(text.Length * Tightness * size / room));
    }

    /// <summary>One page wide; the rows of the table's head come again on every page.</summary>
    /// <param name="pagesHigh">0: as many as it takes.</param>
    public void FitToPrint(TablePlace? table, int pagesHigh, int lastRow)
    {
        Sheet.PageSetup.PrintAreas.Clear();
        Sheet.PageSetup.PrintAreas.Add(1, 1, lastRow, LastColumn);
        Sheet.PageSetup.FitToPages(1, pagesHigh);
        if (table is not null)
        {
            Sheet.PageSetup.SetRowsToRepeatAtTop(table.FirstHeadRow, table.LastHeadRow);
        }
    }
}
