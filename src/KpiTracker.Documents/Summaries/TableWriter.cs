using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>Where a table came to stand; rows from 1.</summary>
/// <param name="LastRow">The last row of the table, its total included.</param>
internal sealed record TablePlace(int FirstHeadRow, int LastHeadRow, int LastRow, int Columns);

/// <summary>Writes a table from the sheet's next free row on, from its first column.</summary>
internal static class TableWriter
{
    private static readonly XLColor HeadFill = XLColor.FromHtml("#DDE6F0");
    private static readonly XLColor SumFill = XLColor.FromHtml("#F2F2F2");

    public static TablePlace Write(SummarySheet sheet, SummaryTable table)
    {
        var first = sheet.Row;
        WriteHead(sheet, table);
        var lastHead = sheet.Row - 1;
        foreach (var row in table.Rows)
        {
            WriteRow(sheet, table, row);
        }

        var place = new TablePlace(first, lastHead, sheet.Row - 1, table.Columns.Count);
        var range = sheet.Sheet.Range(first, 1, place.LastRow, place.Columns);
        range.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        return place;
    }

    private static void WriteHead(SummarySheet sheet, SummaryTable table)
    {
        var rows = table.HasGroups ? 2 : 1;
        var column = 1;
        foreach (var group in table.Groups())
        {
            if (group.Name is not null)
            {
                SummaryCellWriter.WriteText(sheet.Sheet.Range(sheet.Row, column, sheet.Row, column + group.Span - 1).Merge().FirstCell(), group.Name);
                sheet.Raise(sheet.Row, sheet.Lines(group.Name, column, column + group.Span - 1));
            }
            else if (rows > 1)
            {
                sheet.Sheet.Range(sheet.Row, column, sheet.Row + 1, column).Merge();
            }

            column += group.Span;
        }

        for (var index = 0; index < table.Columns.Count; index++)
        {
            var upper = table.Columns[index].Group is null ? sheet.Row : sheet.Row + 1;
            SummaryCellWriter.WriteText(sheet.Sheet.Cell(upper, index + 1), table.Columns[index].Head);
            sheet.Raise(sheet.Row + rows - 1, sheet.Lines(table.Columns[index].Head, index + 1, index + 1));
        }

        var style = sheet.Sheet.Range(sheet.Row, 1, sheet.Row + rows - 1, table.Columns.Count).Style;
        style.Font.Bold = true;
        style.Fill.BackgroundColor = HeadFill;
        style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
        sheet.Row += rows;
    }

    private static void WriteRow(SummarySheet sheet, SummaryTable table, SummaryRow row)
    {
        for (var index = 0; index < row.Cells.Count; index++)
        {
            var cell = sheet.Sheet.Cell(sheet.Row, index + 1);
            SummaryCellWriter.Write(cell, row.Cells[index]);
            var side = SideOf(table.Columns[index].Kind);
            cell.Style.Alignment.SetHorizontal(side).Alignment.SetIndent(side == XLAlignmentHorizontalValues.Left ? 1 : 0).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(row.Cells[index] is SummaryCell.Words or SummaryCell.Goal);
            sheet.Raise(sheet.Row, sheet.Lines(row.Cells[index].Shown, index + 1, index + 1));
        }

        if (row.Kind != SummaryRowKind.Plain)
        {
            var style = sheet.Sheet.Range(sheet.Row, 1, sheet.Row, table.Columns.Count).Style;
            style.Font.Bold = true;
            style.Fill.BackgroundColor = SumFill;
        }

        sheet.Row++;
    }

    private static XLAlignmentHorizontalValues SideOf(SummaryColumnKind kind) => kind switch
    {
        SummaryColumnKind.Figure => XLAlignmentHorizontalValues.Right,
        SummaryColumnKind.Name or SummaryColumnKind.Text => XLAlignmentHorizontalValues.Left,
        _ => XLAlignmentHorizontalValues.Center,
    };
}
