using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Reading;

/// <summary>What is said once of a whole column: that it is hidden and was read, that a person said what it means, or that nobody knows its head.</summary>
internal static class ColumnWarnings
{
    /// <param name="read">The columns whose figures were read.</param>
    /// <param name="rowsNameIndicators">Else a column without an indicator has no place for its figures.</param>
    public static void Say(TableNotes notes, SheetView view, TableHead head, List<TableColumn> read, IReadOnlyList<SheetRow> rows, bool rowsNameIndicators)
    {
        var placed = read.Select(c => c.Index).ToHashSet();
        foreach (var column in head.Columns.Where(c => rows.Any(r => view.At(r.Number, c.Index) is { Kind: CellKind.Number or CellKind.Text } cell && NumberReading.IsNumberLike(cell))))
        {
            if (column.Mapping is { } mapping && !(rowsNameIndicators && mapping.IndicatorCode is not null))
            {
                notes.Mapped(column.MappedText, column.Cell, mapping);
            }
            else if (!placed.Contains(column.Index) && IsUnknown(column, rowsNameIndicators, head.Columns.Any(c => c.Unit is not null)))
            {
                notes.UnknownColumn(column, rowsNameIndicators);
            }
        }

        foreach (var column in read.Where(c => view.IsColumnHidden(c.Index)))
        {
            notes.Hidden(column.Text, column.Cell);
        }
    }

    /// <summary>Targets, earlier months and remarks are known and left out on purpose; a total over columns is checked, not read.</summary>
    private static bool IsUnknown(TableColumn column, bool rowsNameIndicators, bool isTurned) =>
        column.Heading == Heading.None && column.Text.Length > 0 && column.Role != FigureRole.Ignored && (column.Period is null || !column.HoldsFigures)
        && (rowsNameIndicators || !column.IsTotal) && !(TableSums.IsSumColumn(column) && (!rowsNameIndicators || isTurned));
}
