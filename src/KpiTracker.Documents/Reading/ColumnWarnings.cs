using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What is said once of a whole column: that it is hidden and was read, or that nobody knows its head.</summary>
internal static class ColumnWarnings
{
    /// <param name="read">The columns whose figures were read.</param>
    /// <param name="rowsNameIndicators">Else a column without an indicator has no place for its figures.</param>
    public static IEnumerable<UnplacedText> Of(SheetView view, TableHead head, List<TableColumn> read, IEnumerable<SheetRow> rows, bool rowsNameIndicators)
    {
        var hidden = read.Where(c => view.IsColumnHidden(c.Index)).Select(c => new UnplacedText(c.Text, c.Cell, UnplacedKind.HiddenButRead));
        var tableRows = rows.ToList();
        var unknown = head.Columns
            .Where(c => !read.Contains(c) && IsUnknown(c, rowsNameIndicators) && tableRows.Exists(r => view.At(r.Number, c.Index) is { Kind: CellKind.Number }))
            .Select(c => new UnplacedText(c.Text, c.Cell, UnplacedKind.UnknownIndicator));
        return [.. hidden, .. unknown];
    }

    /// <summary>Targets, earlier months and remarks are known and left out on purpose; a total over all indicators has no meaning of its own.</summary>
    private static bool IsUnknown(TableColumn column, bool rowsNameIndicators) =>
        column.Heading == Heading.None && column.Text.Length > 0 && column.Role != FigureRole.Ignored && column.Period is null
        && (rowsNameIndicators || !column.IsTotal);
}
