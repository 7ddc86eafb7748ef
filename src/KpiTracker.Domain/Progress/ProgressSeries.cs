using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>One month of a series.</summary>
/// <param name="Value"><c>null</c> is a gap, drawn as a gap.</param>
/// <param name="Unit">Which unit bore the series in that month: a district until June 2025, its area since.</param>
public sealed record SeriesPoint(ReportingPeriod Period, IndicatorValue? Value, Coverage Coverage, UnitKey? Unit)
{
    /// <summary>There is a figure, and not every ward stands behind it.</summary>
    public bool IsProvisional => Value is not null && !Coverage.IsComplete;
}

/// <summary>What every chart draws and every table beside it lists.</summary>
/// <param name="Points">In time order, one for every month, without holes.</param>
public sealed record ProgressSeries(Indicator Indicator, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The months in which another unit took the series over (1 July 2025), to be marked on the chart.</summary>
    public IEnumerable<ReportingPeriod> Changes => Points.Zip(Points.Skip(1))
        .Where(pair => pair.First.Unit is not null && pair.Second.Unit is not null && pair.First.Unit != pair.Second.Unit)
        .Select(pair => pair.Second.Period);

    /// <summary>The months that have a value.</summary>
    public IReadOnlyDictionary<ReportingPeriod, IndicatorValue> ValuesByMonth => Points.Where(p => p.Value is not null).ToDictionary(p => p.Period, p => p.Value!);

    public SeriesPoint? At(ReportingPeriod period) => Points.FirstOrDefault(p => p.Period == period);

    /// <summary>Percentage points, or the count's difference, against the month before.</summary>
    /// <returns><c>null</c> when either month has no value or their coverages are not comparable: a silent ward is no decline.</returns>
    public decimal? ChangeAt(ReportingPeriod period) =>
        At(period) is { Value: { } now } here && At(period.Previous) is { Value: { } before } there && here.Coverage.IsComparableWith(there.Coverage)
            ? now.Measure - before.Measure
            : null;

    /// <summary>The coverage of the month before, where it alone keeps the two months from being compared; otherwise <c>null</c>.</summary>
    public Coverage? IncomparableTo(ReportingPeriod period) =>
        At(period) is { Value: not null } here && At(period.Previous) is { Value: not null } there && !here.Coverage.IsComparableWith(there.Coverage)
            ? there.Coverage
            : null;

    /// <summary>The change of the latest month up to <paramref name="period"/> that can be compared with the one before it.</summary>
    /// <returns><c>null</c> when there is no such month.</returns>
    public decimal? LastKnownChange(ReportingPeriod period) =>
        Points.Where(p => p.Period <= period).Reverse().Select(p => ChangeAt(p.Period)).FirstOrDefault(change => change is not null);

    /// <summary>What a target is held against: the month's own figure; of a flow, all months up to it together.</summary>
    /// <returns><c>null</c> when the month itself has no value.</returns>
    public decimal? MeasureAt(ReportingPeriod period) => TotalAt(period)?.Measure;

    /// <summary>The counts behind <see cref="MeasureAt"/>.</summary>
    /// <returns><c>null</c> when the month itself has no value.</returns>
    public IndicatorValue? TotalAt(ReportingPeriod period) => At(period)?.Value is null
        ? null
        : IndicatorValue.OverMonths(Indicator, Points.TakeWhile(p => p.Period <= period).Select(p => p.Value));

    /// <summary>The last <paramref name="months"/> months up to <paramref name="last"/>.</summary>
    public ProgressSeries Window(ReportingPeriod last, int months) =>
        this with { Points = [.. Points.Where(p => p.Period <= last && p.Period > last.AddMonths(-months))] };
}
