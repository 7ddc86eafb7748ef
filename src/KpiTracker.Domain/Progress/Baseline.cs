using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Where the path to a target sets out from.</summary>
/// <param name="Measure">As at the end of <paramref name="Period"/>: 0–100 for a percentage, else a count.</param>
/// <param name="IsGiven">A source names it; otherwise it is the first figure on record, and the screen says so.</param>
public readonly record struct Baseline(ReportingPeriod Period, decimal Measure, bool IsGiven)
{
    /// <returns><c>null</c> when no source gives one and nothing was observed.</returns>
    public static Baseline? Of(ProgressSeries series, Target? target) => target?.Baseline is { } given
        ? new Baseline(given.Period, given.Measure, IsGiven: true)
        : series.Points.FirstOrDefault(p => p.Value is not null) is { } first
            ? new Baseline(first.Period, first.Value!.Measure, IsGiven: false)
            : null;
}
