using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Reading;

/// <summary>The rows below a table's head, which it knows again where it was printed once more on the next page, in the middle of the table.</summary>
internal sealed class HeadRepeats
{
    /// <summary>So many empty rows end a table.</summary>
    private const int GapThatEnds = 15;

    private readonly SheetView _view;
    private readonly TableHead _head;
    private readonly HashSet<string> _rows;
    private readonly HashSet<(int Cells, int Column, string Text)> _starts;

    public HeadRepeats(SheetView view, TableHead head)
    {
        (_view, _head) = (view, head);
        var rows = Enumerable.Range(head.Top, head.Bottom - head.Top + 1).Select(view.Row).OfType<SheetRow>().ToList();
        _rows = [.. rows.Select(Content)];
        _starts = [.. rows.Select(Start)];
    }

    /// <summary>Whether a row below the head says what one of the head's rows says, in the same columns.</summary>
    public bool Contain(SheetRow row) => row.Number > _head.Top && row.Cells.Count > 1 && _starts.Contains(Start(row)) && _rows.Contains(Content(row));

    /// <param name="end">First row that is no longer the table's.</param>
    /// <exception cref="GateRefusal">There are more than any report has, or the time is over.</exception>
    public List<SheetRow> RowsBelow(int end, Vocabulary words)
    {
        var rows = new List<SheetRow>();
        var last = _head.Bottom;
        foreach (var row in _view.Rows.Where(r => r.Number > _head.Bottom && r.Number < end))
        {
            if (row.Number - last > GapThatEnds)
            {
                break;
            }

            last = row.Number;
            words.KeepWithinBudget();
            if (!Contain(row))
            {
                rows.Add(row);
                PartReader.RefuseAbove(rows.Count, GateLimits.TableRows);
            }
        }

        return rows;
    }

    /// <summary>What tells most rows apart without writing them out.</summary>
    private static (int Cells, int Column, string Text) Start(SheetRow row) => (row.Cells.Count, row.Cells[0].Column, CellText.Of(row.Cells[0]).Trim());

    private static string Content(SheetRow row) => string.Join('\u001f', row.Cells.Select(c => $"{c.Column}:{CellText.Of(c).Trim()}"));
}
