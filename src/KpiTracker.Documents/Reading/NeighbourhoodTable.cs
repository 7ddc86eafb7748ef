using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>A ward's own table whose rows are its neighbourhoods: only the row of their total is the ward's.</summary>
/// <param name="row">The row of the total; without one the first neighbourhood's, whose figures are not accepted.</param>
internal sealed class NeighbourhoodTable(SheetView view, SheetRow row, RowLabels labels, bool hasTotal)
{
    /// <returns><c>null</c> when no row is a neighbourhood's.</returns>
    public static NeighbourhoodTable? Of(SheetView view, IReadOnlyList<SheetRow> rows, TableMargin margin, Vocabulary words)
    {
        var named = rows.Select(r => (Row: r, Labels: RowLabels.Of(view, r, margin, false, words))).Where(r => r.Labels.First is not null).ToList();
        var first = named.Find(r => r.Labels is { Unit: null, First: { } label } && HeaderWords.IsBelowWard(label.Text));
        if (first.Row is null)
        {
            return null;
        }

        var total = named.Find(r => r.Labels is { IsTotal: true, IsWholeTotal: true });
        return total.Row is null ? new NeighbourhoodTable(view, first.Row, first.Labels, false) : new NeighbourhoodTable(view, total.Row, total.Labels, true);
    }

    public void Read(SheetRow read, IEnumerable<TableColumn> columns, TableLines lines, TableNotes notes)
    {
        if (read.Number != row.Number || labels.First is not { } label)
        {
            return;
        }

        notes.Neighbourhoods(view.Ref(label), label.Text, hasTotal);
        foreach (var column in columns)
        {
            lines.Add(FigurePlace.Of(row, column with { IsContested = column.IsContested || !hasTotal }, labels), null, new LineName(column.Indicator!, label, column.Resembles));
        }
    }
}
