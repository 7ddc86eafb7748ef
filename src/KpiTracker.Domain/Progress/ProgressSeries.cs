using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>One month of a series.</summary>
/// <param name="Value"><c>null</c> is a gap, drawn as a gap.</param>
/// <param name="Unit">Which unit bore the series in that month: a district until June 2025, its area since.</param>
public sealed record SeriesPoint(ReportingPeriod Period, IndicatorValue? Value, Coverage Coverage, UnitKey? Unit);

/// <summary>What every chart draws and every table beside it lists.</summary>
/// <param name="Points">In time order, one for every month, without holes.</param>
public sealed record ProgressSeries(Indicator Indicator, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The months in which another unit took the series over (1 July 2025), to be marked on the chart.</summary>
    public IEnumerable<ReportingPeriod> Changes => Points.Zip(Points.Skip(1))
        .Where(pair => pair.First.Unit is not null && pair.Second.Unit is not null && pair.First.Unit != pair.Second.Unit)
        .Select(pair => pair.Second.Period);

    public SeriesPoint? At(ReportingPeriod period) => Points.FirstOrDefault(p => p.Period == period);

    /// <summary>Percentage points, or the count's difference, against the month before.</summary>
    /// <returns><c>null</c> when either month has no value, and for a count also when not as many wards stand behind both: a silent ward is no decline.</returns>
    public decimal? ChangeAt(ReportingPeriod period) =>
        At(period) is { Value: { } now } here && At(period.Previous) is { Value: { } before } there
        && (Indicator.Kind == IndicatorKind.Percentage || here.Coverage == there.Coverage)
            ? now.Measure - before.Measure
            : null;

    /// <summary>What a target is held against: the month's own figure; of a flow, all months up to it together.</summary>
    /// <returns><c>null</c> when the month itself has no value.</returns>
    public decimal? MeasureAt(ReportingPeriod period) => At(period)?.Value is null
        ? null
        : IndicatorValue.OverMonths(Indicator, Points.TakeWhile(p => p.Period <= period).Select(p => p.Value))?.Measure;

    /// <summary>The last <paramref name="months"/> months up to <paramref name="last"/>.</summary>
    public ProgressSeries Window(ReportingPeriod last, int months) =>
        this with { Points = [.. Points.Where(p => p.Period <= last && p.Period > last.AddMonths(-months))] };
}
