using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>Fills what a one-row head leaves to the eye: in <c>Số CBCCVC | Đạt | Tỷ lệ</c> the second and third columns go with the first, which is the whole.</summary>
internal static class HeadGaps
{
    public static IReadOnlyList<TableColumn> Fill(List<TableColumn> columns, Vocabulary words)
    {
        ReadBareMonths(columns);
        if (!columns.Any(c => c.Indicator is not null && c.Heading == Heading.None))
        {
            return columns;
        }

        InheritIndicators(columns);
        foreach (var group in columns.Index().Where(c => c.Item.Indicator is not null && c.Item.Heading == Heading.None).GroupBy(c => (c.Item.Indicator, c.Item.Unit?.Unit, c.Item.Period)).ToList())
        {
            var unnamed = group.Where(c => c.Item.Role == FigureRole.None).ToList();
            var hasPart = group.Any(c => c.Item.Role is FigureRole.Numerator or FigureRole.NumeratorToDate or FigureRole.NumeratorInPeriod);
            if (unnamed is [var (at, one)] && hasPart && group.All(c => c.Item.Role != FigureRole.Denominator)
                && words.Definition(one.Indicator!).Kind == Domain.Indicators.IndicatorKind.Percentage)
            {
                columns[at] = one with { Role = FigureRole.Denominator };
            }
        }

        return columns;
    }

    /// <summary>Columns that say a month and nothing else, beside a whole and no part: the parts of those months.</summary>
    private static void ReadBareMonths(List<TableColumn> columns)
    {
        var hasWholeOnly = columns.Exists(c => c.Role == FigureRole.Denominator)
            && !columns.Exists(c => c.Role is FigureRole.Numerator or FigureRole.NumeratorToDate or FigureRole.NumeratorInPeriod);
        for (var i = 0; hasWholeOnly && i < columns.Count; i++)
        {
            if (columns[i] is { Period: not null, Heading: Heading.None, Role: FigureRole.None, Mapping: null } column && PeriodStatements.IsBareMonth(column.Text))
            {
                columns[i] = column with { Role = FigureRole.Numerator };
            }
        }
    }

    private static void InheritIndicators(List<TableColumn> columns)
    {
        var taken = columns.Where(c => c.Indicator is not null).Select(c => (c.Indicator, c.Role)).ToHashSet();
        for (var i = 1; i < columns.Count; i++)
        {
            var (column, before) = (columns[i], columns[i - 1]);
            if (column.Indicator is null && column.Unit is null && column.Heading == Heading.None && !column.IsTotal && column.Mapping is null
                && column.Role is FigureRole.Numerator or FigureRole.Percent or FigureRole.Denominator
                && before.Indicator is not null
                && IsBareRole(column)
                && taken.Add((before.Indicator, column.Role)))
            {
                columns[i] = column with { Indicator = before.Indicator, Resembles = before.Resembles, Unit = before.Unit, Period = before.Period };
            }
        }
    }

    /// <summary>Only a role's own words stand over the column: under a name that is not known, it belongs to that name.</summary>
    private static bool IsBareRole(TableColumn column) => Fold.Words(column.Text).Split(' ').Length <= 4;
}
