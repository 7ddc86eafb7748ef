namespace KpiTracker.Domain.Summaries;

/// <summary>A table; columns that share a <see cref="SummaryColumn.Group"/> stand beside each other under one upper head.</summary>
public sealed record SummaryTable(string Caption, IReadOnlyList<SummaryColumn> Columns, IReadOnlyList<SummaryRow> Rows)
{
    public bool HasGroups => Columns.Any(column => column.Group is not null);

    /// <summary>The upper head: each group, or a single column without one, with the number of columns that it spans.</summary>
    public IReadOnlyList<SummaryColumnGroup> Groups()
    {
        var groups = new List<SummaryColumnGroup>();
        foreach (var column in Columns)
        {
            if (column.Group is not null && groups.Count > 0 && groups[^1].Name == column.Group)
            {
                groups[^1] = groups[^1] with { Span = groups[^1].Span + 1 };
            }
            else
            {
                groups.Add(new SummaryColumnGroup(column.Group, column, 1));
            }
        }

        return groups;
    }
}

/// <param name="Name"><c>null</c>: <paramref name="First"/> stands alone and reaches through both rows of the head.</param>
public sealed record SummaryColumnGroup(string? Name, SummaryColumn First, int Span);

/// <param name="Group">The upper head over this and its neighbours; <c>null</c> when there is none.</param>
public sealed record SummaryColumn(string Head, SummaryColumnKind Kind, string? Group = null);

/// <summary>How much room a column wants, and to which side its cells lean.</summary>
public enum SummaryColumnKind
{
    Ordinal,
    Name,
    ShortText,
    Text,
    Figure,
}

public enum SummaryRowKind
{
    Plain,

    /// <summary>The sum of the rows below it, up to the next group.</summary>
    Group,

    /// <summary>The sum of all plain rows.</summary>
    Total,
}

/// <param name="Cells">One for each column.</param>
public sealed record SummaryRow(SummaryRowKind Kind, IReadOnlyList<SummaryCell> Cells);
