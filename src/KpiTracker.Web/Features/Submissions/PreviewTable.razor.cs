using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The figures read for one ward, each with its cell, beside last month's.</summary>
public sealed partial class PreviewTable
{
    [Parameter, EditorRequired]
    public string Caption { get; set; } = string.Empty;

    [Parameter, EditorRequired]
    public IReadOnlyList<PreviewLine> Lines { get; set; } = [];

    /// <summary>The cells that the table shows of a line, each with the anchor <c>o-D9</c>.</summary>
    internal static IEnumerable<CellRef> CellsOf(ReportLine line) =>
        from figure in new[] { line.Numerator, line.Denominator, HasCounts(line) ? null : line.Percent }
        where figure is not null
        select figure.Cell;

    private static bool HasCounts(ReportLine line) => line is { Numerator.Value: not null, Denominator.Value: > 0 };

    private static IndicatorValue? ValueOf(PreviewLine line) =>
        IndicatorValue.Of(line.Indicator.Kind, line.Line.Numerator?.Value, line.Line.Denominator?.Value);

    private static IndicatorValue? ValueOf(Indicator indicator, KeptFigure? figure) =>
        figure is null ? null : IndicatorValue.Of(indicator.Kind, figure.Numerator, figure.Denominator);

    private static string Shown(Indicator indicator, IndicatorValue? value, KeptFigure? figure) =>
        indicator.Kind == IndicatorKind.Count ? FigureText.Count(value?.Numerator) : FigureText.Percent(value?.Percent ?? figure?.Percent);

    private string Change(Indicator indicator, IndicatorValue? now, IndicatorValue? last) => (now, last) switch
    {
        (null, _) or (_, null) => FigureText.Missing,
        _ when indicator.Kind == IndicatorKind.Count => FigureText.Change(now.Numerator - last.Numerator),
        _ => $"{FigureText.Points(now.Percent - last.Percent)} {L["Figure.Points"]}",
    };
}
