using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>One month of a series.</summary>
/// <param name="Value"><c>null</c> is a gap, drawn as a gap.</param>
/// <param name="Unit">Which unit bore the series in that month: a district until June 2025, its area since.</param>
public sealed record SeriesPoint(ReportingPeriod Period, IndicatorValue? Value, Coverage Coverage, UnitKey? Unit);

/// <summary>What every chart draws and every table beside it lists.</summary>
public sealed record ProgressSeries(Indicator Indicator, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The months in which another unit took the series over (1 July 2025), to be marked on the chart.</summary>
    public IEnumerable<ReportingPeriod> Changes => Points.Zip(Points.Skip(1))
        .Where(pair => pair.First.Unit is not null && pair.Second.Unit is not null && pair.First.Unit != pair.Second.Unit)
        .Select(pair => pair.Second.Period);
}
