using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Reading;

/// <summary>Knows a table's head again where it was printed once more on the next page, in the middle of the table.</summary>
internal sealed class HeadRepeats
{
    private readonly int _top;
    private readonly HashSet<string> _rows;
    private readonly HashSet<(int Cells, int Column, string Text)> _starts;

    public HeadRepeats(SheetView view, TableHead head)
    {
        _top = head.Top;
        var rows = Enumerable.Range(head.Top, head.Bottom - head.Top + 1).Select(view.Row).OfType<SheetRow>().ToList();
        _rows = [.. rows.Select(Content)];
        _starts = [.. rows.Select(Start)];
    }

    /// <summary>Whether a row below the head says what one of the head's rows says, in the same columns.</summary>
    public bool Contain(SheetRow row) => row.Number > _top && row.Cells.Count > 1 && _starts.Contains(Start(row)) && _rows.Contains(Content(row));

    /// <summary>What tells most rows apart without writing them out.</summary>
    private static (int Cells, int Column, string Text) Start(SheetRow row) => (row.Cells.Count, row.Cells[0].Column, CellText.Of(row.Cells[0]).Trim());

    private static string Content(SheetRow row) => string.Join('\u001f', row.Cells.Select(c => $"{c.Column}:{CellText.Of(c).Trim()}"));
}
