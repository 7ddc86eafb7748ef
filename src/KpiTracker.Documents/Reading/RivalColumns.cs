namespace KpiTracker.Documents.Reading;

/// <summary>Two columns that say the same of the same: nobody can tell which holds, so neither's figures are accepted, and they are named.</summary>
internal static class RivalColumns
{
    /// <param name="rowsNameIndicators">Else the columns do.</param>
    /// <returns>The columns to read: the first of each, marked as contested.</returns>
    public static List<TableColumn> LeaveOut(List<TableColumn> columns, bool rowsNameIndicators, TableNotes notes)
    {
        var rivals = columns
            .Where(c => c.Role is not (FigureRole.None or FigureRole.Ignored) && !c.IsTotal)
            .GroupBy(c => (c.Role, rowsNameIndicators ? null : c.Indicator, c.Unit?.Unit, c.Unit?.Written, c.Period))
            .Where(g => g.Count() > 1)
            .ToList();
        if (rivals.Count == 0)
        {
            return columns;
        }

        var left = new HashSet<int>();
        var contested = new HashSet<int>();
        foreach (var group in rivals)
        {
            left.UnionWith(group.Skip(1).Select(c => c.Index));

            // A second rate tells nothing where the counts are there.
            if (group.Key.Role != FigureRole.Percent || !columns.Exists(c => c.Role is FigureRole.Numerator or FigureRole.NumeratorToDate or FigureRole.NumeratorInPeriod))
            {
                contested.Add(group.First().Index);
                notes.Rivals([.. group]);
            }
        }

        return [.. columns.Where(c => !left.Contains(c.Index)).Select(c => contested.Contains(c.Index) ? c with { IsContested = true } : c)];
    }
}
