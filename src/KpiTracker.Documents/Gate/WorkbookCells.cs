
namespace KpiTracker.Documents.Gate;

internal enum CellKind : byte
{
    Number,
    Text,
    Boolean,
    Date,

    /// <summary><c>#DIV/0!</c>, <c>#SPILL!</c> …; <see cref="Cell.Text"/> holds it.</summary>
    Error,

    /// <summary>The file holds something here that no spreadsheet program writes (<c>12abc</c> as a number, a cell twice); <see cref="Cell.Text"/> holds it.</summary>
    Malformed,

    /// <summary>A formula without a kept result. Formulas are never evaluated.</summary>
    FormulaWithoutResult,
}

/// <summary>How a number is shown, as far as a report cares.</summary>
internal enum NumberShape : byte
{
    General,
    Percent,
    Date,
}

/// <summary>A cell style's number format.</summary>
/// <param name="Words">What it writes behind the number: <c>nghìn</c>; empty for most.</param>
internal readonly record struct NumberFormat(NumberShape Shape, string Words);

/// <summary>One cell that holds something.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Number">The value of a number; a percent-formatted 85 % is 0,85 here, as in the file.</param>
/// <param name="Text">Untouched text, or what stands in place of a number; of a number, the words that its format shows behind it.</param>
/// <param name="Date">Of a date cell; <c>null</c> for a time of day.</param>
internal sealed record Cell(int Row, int Column, CellKind Kind, decimal Number, string Text, bool IsFormula, NumberShape Shape, DateOnly? Date = null);

/// <summary>Rows and columns from 1, ends included.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    public bool Contains(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;
}

/// <param name="IsHidden">By its row's own mark; hidden columns are <see cref="SheetCells.HiddenColumns"/>.</param>
/// <param name="Cells">In column order, none empty.</param>
internal sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<Cell> Cells);

/// <param name="Rows">Those that hold something, from the top.</param>
/// <param name="IsDeclaredVast">The sheet says that it is used to its last row or column; only what it holds was read.</param>
internal sealed record SheetCells(
    string Name,
    bool IsHidden,
    IReadOnlyList<SheetRow> Rows,
    IReadOnlyList<CellRange> Merges,
    IReadOnlyList<CellRange> HiddenColumns,
    bool IsDeclaredVast);

/// <summary>What the gate lets through of an upload: typed cells, merges, hidden flags, defined names. Nothing of it can run, link or expand.</summary>
/// <param name="DefinedNames">Name → what it refers to, as written.</param>
/// <param name="HasMacros">Its parts with macros were left unopened.</param>
internal sealed record WorkbookCells(IReadOnlyList<SheetCells> Sheets, IReadOnlyDictionary<string, string> DefinedNames, bool HasMacros = false)
{
    /// <summary>Runs since the file was opened: unpacking and recognising share one budget.</summary>
    public ReadingClock Clock { get; init; } = ReadingClock.Start();
}
