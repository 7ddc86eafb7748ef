using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>The indicator of a line, and the label that names it (layout A) or its unit (layout B).</summary>
internal sealed record LineName(string Code, Cell Cell, UncertainLabel? Resembles);

/// <summary>What a row or column of totals adds up.</summary>
internal enum TotalReach
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>Every line of the table.</summary>
    Whole,

    /// <summary>The lines of its part: <c>Cộng cụm 1</c>.</summary>
    Part,
}

/// <summary>Gathers the figures of one indicator of one unit.</summary>
internal sealed class LineBuilder(UnitMention? unit, LineName name, CellRef label)
{
    private readonly Dictionary<FigureRole, (ReportFigure Figure, UncertainLabel? Label)> _figures = [];

    public string IndicatorCode => name.Code;

    public UnitMention? Unit { get; } = unit;

    public Cell Label => name.Cell;

    /// <summary>The first row that it stands in.</summary>
    public required int Row { get; init; }

    public required TotalReach Reach { get; init; }

    /// <summary>The unit of measure that does not go with the indicator.</summary>
    public MeasureDoubt? Measure { get; set; }

    /// <summary>One of its figures stands in one of several columns that say the same.</summary>
    public bool IsContested { get; set; }

    public bool Holds(FigureRole role) => _figures.ContainsKey(role);

    /// <param name="label">What says the figure's role; <c>null</c> when nothing does.</param>
    /// <param name="isDoubtful">It says more than that.</param>
    public void Add(FigureRole role, ReportFigure figure, UncertainLabel? label, bool isDoubtful) =>
        _figures[role] = (isDoubtful && label is not null ? figure with { Doubt = new RoleDoubt(label, DoubtIn(role)) } : figure, label);

    public bool HasValue => _figures.Values.Any(f => f.Figure.Reading != FigureReading.Missing);

    /// <summary>A figure whose column says nothing of its role: a count is its own part; of a percentage, only what is shown as one.</summary>
    public static FigureRole RoleByShape(Indicator indicator, Cell? cell) => indicator.Kind switch
    {
        IndicatorKind.Count => FigureRole.Numerator,
        _ when cell is { Shape: NumberShape.Percent } || (cell?.Kind == CellKind.Text && cell.Text.TrimEnd().EndsWith('%')) => FigureRole.Percent,
        _ => FigureRole.None,
    };

    public ReportLine Line(Indicator indicator)
    {
        var (numerator, denominator) = (Numerator(indicator), Figure(FigureRole.Denominator));
        if (indicator.Kind == IndicatorKind.Count && (numerator is null || (numerator.Reading == FigureReading.Missing && denominator is { Reading: not FigureReading.Missing })))
        {
            // A count has one figure, in whichever column the table keeps for it.
            (numerator, denominator) = (denominator, null);
        }

        return new ReportLine(Unit, IndicatorCode, label, numerator, denominator, Figure(FigureRole.Percent)) { Resembles = name.Resembles, Measure = Measure, IsContested = IsContested };
    }

    private static DoubtfulRole DoubtIn(FigureRole role) => role switch
    {
        FigureRole.Denominator => DoubtfulRole.Denominator,
        FigureRole.Percent => DoubtfulRole.Percent,
        _ => DoubtfulRole.Numerator,
    };

    private ReportFigure? Numerator(Indicator indicator)
    {
        if (Figure(FigureRole.Numerator) is { } plain)
        {
            return plain;
        }

        var isFlow = indicator.Accumulation == Accumulation.Flow;
        var (own, other) = isFlow ? (FigureRole.NumeratorInPeriod, FigureRole.NumeratorToDate) : (FigureRole.NumeratorToDate, FigureRole.NumeratorInPeriod);
        return Figure(own) ?? (_figures.TryGetValue(other, out var instead)
            ? instead.Label is { } label ? instead.Figure with { Doubt = new RoleDoubt(label, isFlow ? DoubtfulRole.ToDate : DoubtfulRole.InPeriod) } : instead.Figure
            : null);
    }

    private ReportFigure? Figure(FigureRole role) => _figures.TryGetValue(role, out var found) ? found.Figure : null;
}

/// <summary>Where a figure stands, and what that says of it.</summary>
/// <param name="Label">What says the role: a column's head, or in a turned table a row's label.</param>
/// <param name="IsDoubtful">It says more than the role.</param>
internal readonly record struct FigurePlace(SheetRow Row, TableColumn Column, FigureRole Role, UncertainLabel? Label, bool IsDoubtful)
{
    public static FigurePlace Of(SheetRow row, TableColumn column, RowLabels labels) => column.Role != FigureRole.None
        ? new(row, column, column.Role, new UncertainLabel(column.RoleText.Trim(), column.Cell), column.IsRoleDoubtful)
        : new(row, column, labels.Role, labels.RoleLabel, labels.IsRoleDoubtful);
}
