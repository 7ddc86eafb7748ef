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
    private readonly Dictionary<FigureRole, ReportFigure> _figures = [];

    public string IndicatorCode => name.Code;

    public UnitMention? Unit { get; } = unit;

    public Cell Label => name.Cell;

    /// <summary>The first row that it stands in.</summary>
    public required int Row { get; init; }

    public required TotalReach Reach { get; init; }

    /// <summary>The unit of measure by which its counts are thousands.</summary>
    public UncertainLabel? Scale { get; set; }

    public bool Holds(FigureRole role) => _figures.ContainsKey(role);

    public void Add(FigureRole role, ReportFigure figure) => _figures[role] = figure;

    public bool HasValue => _figures.Values.Any(f => f.Reading != FigureReading.Missing);

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

        return new ReportLine(Unit, IndicatorCode, label, numerator, denominator, Figure(FigureRole.Percent)) { Resembles = name.Resembles, Scale = Scale };
    }

    private ReportFigure? Numerator(Indicator indicator)
    {
        var (inPeriod, toDate) = (Figure(FigureRole.NumeratorInPeriod), Figure(FigureRole.NumeratorToDate));
        return Figure(FigureRole.Numerator) ?? (indicator.Accumulation == Accumulation.Flow ? inPeriod ?? toDate : toDate ?? inPeriod);
    }

    private ReportFigure? Figure(FigureRole role) => _figures.GetValueOrDefault(role);
}
