using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Lays what was typed in the preview over a sheet's cells: each edit is a cell of text, an empty one no cell at all.</summary>
internal static class EditedCells
{
    /// <returns>The sheet as the person wants it read, and the places typed over.</returns>
    public static (SheetCells Sheet, IReadOnlySet<(int Row, int Column)> Places) Over(SheetCells sheet, IReadOnlyDictionary<CellRef, string> edits)
    {
        var texts = new Dictionary<(int Row, int Column), string>();
        foreach (var (cell, text) in edits)
        {
            if (cell.Sheet == sheet.Name && CellAddress.TryParse(cell.Address, out var row, out var column))
            {
                texts[(row, column)] = text;
            }
        }

        return texts.Count == 0 ? (sheet, texts.Keys.ToHashSet()) : (sheet with { Rows = Rows(sheet, texts) }, texts.Keys.ToHashSet());
    }

    private static List<SheetRow> Rows(SheetCells sheet, Dictionary<(int Row, int Column), string> texts)
    {
        var rows = sheet.Rows.ToDictionary(r => r.Number);
        foreach (var edited in texts.GroupBy(t => t.Key.Row))
        {
            var row = rows.GetValueOrDefault(edited.Key) ?? new SheetRow(edited.Key, false, []);
            var cells = row.Cells.ToDictionary(c => c.Column);
            foreach (var ((number, column), text) in edited)
            {
                Set(cells, number, column, text);
            }

            rows[edited.Key] = row with { Cells = [.. cells.Values.OrderBy(c => c.Column)] };
        }

        return [.. rows.Values.Where(r => r.Cells.Count > 0).OrderBy(r => r.Number)];
    }

    private static void Set(Dictionary<int, Cell> cells, int row, int column, string text)
    {
        if (text.Trim().Length == 0)
        {
            cells.Remove(column);
            return;
        }

        // A column of percentages without a word over it is known by its cells' format, which the edit does not change.
        var shape = cells.GetValueOrDefault(column)?.Shape == NumberShape.Percent ? NumberShape.Percent : NumberShape.General;
        cells[column] = new Cell(row, column, CellKind.Text, 0, text, false, shape);
    }
}
