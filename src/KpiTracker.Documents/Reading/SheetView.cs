using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>A sheet by row and column, with what merged cells show.</summary>
internal sealed class SheetView
{
    /// <summary>Merged cells beyond so many covered places are not spread out; no head of a table needs them.</summary>
    private const int MergedPlaces = 200_000;

    private readonly Dictionary<int, SheetRow> _rows;
    private readonly Dictionary<(int Row, int Column), CellRange> _merged = [];

    private readonly IReadOnlySet<(int Row, int Column)> _edited;

    public SheetView(SheetCells sheet)
        : this(sheet, new Dictionary<CellRef, string>())
    {
    }

    /// <param name="edits">Cells typed over in the preview; those of other sheets do not matter.</param>
    public SheetView(SheetCells stored, IReadOnlyDictionary<CellRef, string> edits)
    {
        (var sheet, _edited) = EditedCells.Over(stored, edits);
        LastRow = sheet.Rows.Count == 0 ? 0 : sheet.Rows[^1].Number;
        LastColumn = sheet.Rows.Count == 0 ? 0 : sheet.Rows.Max(r => r.Cells[^1].Column);
        SpreadMerges(sheet);
        Covered = [.. _merged.Count == 0 ? [] : sheet.Rows.SelectMany(r => r.Cells).Where(IsCovered)];
        Sheet = Covered.Count == 0 ? sheet : sheet with { Rows = [.. sheet.Rows.Select(WithoutCovered).Where(r => r.Cells.Count > 0)] };
        _rows = Sheet.Rows.ToDictionary(r => r.Number);
    }

    public SheetCells Sheet { get; }

    /// <summary>Cells beneath a merged one: nobody sees what they hold, so they are left out.</summary>
    public IReadOnlyList<Cell> Covered { get; }

    public IReadOnlyList<SheetRow> Rows => Sheet.Rows;

    public int LastRow { get; }

    public int LastColumn { get; }

    public SheetRow? Row(int number) => _rows.GetValueOrDefault(number);

    /// <summary>What the cell itself holds.</summary>
    public Cell? At(int row, int column)
    {
        if (!_rows.TryGetValue(row, out var cells))
        {
            return null;
        }

        int low = 0, high = cells.Cells.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = cells.Cells[middle];
            if (found.Column == column)
            {
                return found;
            }

            (low, high) = found.Column < column ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>What stands at a place for the eye: the cell's own content, or that of the merged cell that covers it.</summary>
    public Cell? Shown(int row, int column) =>
        At(row, column) ?? (_merged.TryGetValue((row, column), out var merge) ? At(merge.Top, merge.Left) : null);

    /// <summary>Whether a person typed over the cell in the preview.</summary>
    public bool IsEdited(int row, int column) => _edited.Contains((row, column));

    public CellRange? MergeAt(int row, int column) => _merged.TryGetValue((row, column), out var merge) ? merge : null;

    public bool IsColumnHidden(int column)
    {
        foreach (var hidden in Sheet.HiddenColumns)
        {
            if (hidden.Contains(1, column))
            {
                return true;
            }
        }

        return false;
    }

    public CellRef Ref(int row, int column) => new(Sheet.Name, CellAddress.Of(row, column));

    public CellRef Ref(Cell cell) => Ref(cell.Row, cell.Column);

    private bool IsCovered(Cell cell) =>
        _merged.TryGetValue((cell.Row, cell.Column), out var merge) && (cell.Row, cell.Column) != (merge.Top, merge.Left) && !_edited.Contains((cell.Row, cell.Column));

    private SheetRow WithoutCovered(SheetRow row) => row.Cells.Any(IsCovered) ? row with { Cells = [.. row.Cells.Where(c => !IsCovered(c))] } : row;

    private void SpreadMerges(SheetCells sheet)
    {
        foreach (var merge in sheet.Merges)
        {
            for (var row = merge.Top; row <= Math.Min(merge.Bottom, LastRow); row++)
            {
                for (var column = merge.Left; column <= Math.Min(merge.Right, LastColumn + 20); column++)
                {
                    if (_merged.Count >= MergedPlaces)
                    {
                        return;
                    }

                    _merged.TryAdd((row, column), merge);
                }
            }
        }
    }
}
