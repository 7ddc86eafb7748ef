using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;

namespace KpiTracker.Documents.Grids;

/// <summary>Reads a kept workbook, through the gate, into the grid that a page shows around one cell.</summary>
public static class SheetGridReader
{
    private const int RowsShown = 80;
    private const int RowsBefore = 40;
    private const int ColumnsShown = 40;
    private const int ColumnsBefore = 20;

    /// <param name="address">The cell to mark, <c>D9</c>.</param>
    public static SheetGridReading Read(Stream workbook, string sheet, string address)
    {
        return WorkbookGate.Shared.Open(workbook) switch
        {
            GateReading.Refused refused => new SheetGridReading.Unreadable(refused.Reason),
            GateReading.Opened opened => Grid(opened.Workbook, sheet, address),
            _ => new SheetGridReading.NoSuchCell(),
        };
    }

    private static SheetGridReading Grid(WorkbookCells workbook, string sheet, string address) =>
        workbook.Sheets.FirstOrDefault(s => s.Name == sheet) is { } found && CellAddress.TryParse(address, out var row, out var column)
            ? new SheetGridReading.Found(Grid(new SheetView(found), row, column))
            : new SheetGridReading.NoSuchCell();

    private static SheetGrid Grid(SheetView view, int markedRow, int markedColumn)
    {
        var (top, bottom) = Window(markedRow, Math.Max(view.LastRow, markedRow), RowsShown, RowsBefore);
        var (left, right) = Window(markedColumn, Math.Max(view.LastColumn, markedColumn), ColumnsShown, ColumnsBefore);
        var rows = Enumerable.Range(top, bottom - top + 1).Select(row => new SheetGridRow(
            row,
            view.Row(row)?.IsHidden == true,
            [.. Enumerable.Range(left, right - left + 1)
                .Where(column => !IsCovered(view, row, column, top, left))
                .Select(column => CellAt(view, row, column, bottom, right, IsMarked(view, row, column, markedRow, markedColumn)))]));
        return new SheetGrid(
            view.Sheet.Name,
            [.. Enumerable.Range(left, right - left + 1).Select(CellAddress.Column)],
            [.. rows],
            top > 1 || left > 1 || bottom < view.LastRow || right < view.LastColumn);
    }

    /// <summary>The whole sheet from its first row or column while it fits, else the part around the marked cell.</summary>
    private static (int First, int Last) Window(int marked, int last, int shown, int before)
    {
        var first = last <= shown ? 1 : Math.Max(1, marked - before);
        return (first, Math.Min(last, first + shown - 1));
    }

    /// <summary>Under a merged cell that began above or to the left; its part inside the window begins at the window's edge.</summary>
    private static bool IsCovered(SheetView view, int row, int column, int top, int left) =>
        view.MergeAt(row, column) is { } merge && (row != Math.Max(merge.Top, top) || column != Math.Max(merge.Left, left));

    private static bool IsMarked(SheetView view, int row, int column, int markedRow, int markedColumn) =>
        (row, column) == (markedRow, markedColumn) || view.MergeAt(row, column)?.Contains(markedRow, markedColumn) == true;

    private static SheetGridCell CellAt(SheetView view, int row, int column, int bottom, int right, bool isMarked)
    {
        var merge = view.MergeAt(row, column);
        var cell = view.Shown(row, column);
        return new SheetGridCell(
            CellAddress.Of(row, column),
            cell is null ? string.Empty : CellText.Of(cell),
            cell is { Kind: CellKind.Number },
            cell is { IsFormula: true },
            isMarked,
            merge is { } wide ? Math.Min(wide.Right, right) - column + 1 : 1,
            merge is { } tall ? Math.Min(tall.Bottom, bottom) - row + 1 : 1);
    }
}
