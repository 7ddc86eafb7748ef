using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Grids;

/// <summary>A window of a sheet as the officer saw it, for showing where a figure came from.</summary>
/// <param name="Columns">Letters of the columns shown: <c>A</c>, <c>B</c> …</param>
/// <param name="IsCut">The sheet goes on beyond the window.</param>
public sealed record SheetGrid(string Sheet, IReadOnlyList<string> Columns, IReadOnlyList<SheetGridRow> Rows, bool IsCut);

/// <param name="Number">As in Excel, from 1.</param>
/// <param name="Cells">One for each column, except those covered by a merged cell to their left or above.</param>
public sealed record SheetGridRow(int Number, bool IsHidden, IReadOnlyList<SheetGridCell> Cells);

/// <param name="Text">As shown: figures in the vi-VN manner; empty for an empty cell.</param>
/// <param name="IsMarked">The cell that was asked for.</param>
public sealed record SheetGridCell(
    string Address,
    string Text,
    bool IsNumber,
    bool IsFormula,
    bool IsMarked,
    int ColumnSpan,
    int RowSpan);

/// <summary>How the asking for a grid ended.</summary>
public abstract record SheetGridReading
{
    private SheetGridReading()
    {
    }

    public sealed record Found(SheetGrid Grid) : SheetGridReading;

    /// <summary>No sheet bears that name, or the address is no cell's.</summary>
    public sealed record NoSuchCell : SheetGridReading;

    public sealed record Unreadable(UnreadableReason Reason) : SheetGridReading;
}
