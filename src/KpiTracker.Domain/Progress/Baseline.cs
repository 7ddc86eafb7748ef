using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Where the path to a target sets out from.</summary>
/// <param name="Measure">As at the end of <paramref name="Period"/>: 0–100 for a percentage, else a count.</param>
/// <param name="IsGiven">A source names it; otherwise it is the first figure on record, and the screen says so.</param>
/// <param name="DivisionFrom">The month of the last division of units into others, from which the first figure is taken at every level; <c>null</c> without one.</param>
/// <param name="Coverage">The wards behind a first figure; <c>default</c> where a source gives it. While some were missing, the path sets out from those that were not, and the screen says so.</param>
public readonly record struct Baseline(ReportingPeriod Period, decimal Measure, bool IsGiven, ReportingPeriod? DivisionFrom = null, Coverage Coverage = default)
{
    /// <summary>
    /// The source's; else the first figure up to the month, of the present division of units: where every ward was replaced, as on 1 July 2025,
    /// the new wards can only set out from there, and so does every unit above them, or a district would be late while all its wards are on their paths.
    /// Of a flow it is what has come together by then, as all that is held against it is.
    /// </summary>
    /// <returns><c>null</c> when no source gives one and nothing was observed by <paramref name="period"/>.</returns>
    public static Baseline? Of(ProgressSeries series, Target? target, ReportingPeriod period)
    {
        if (target?.Baseline is { } given)
        {
            return given.Period <= period ? new Baseline(given.Period, given.Measure, IsGiven: true) : null;
        }

        var divisions = series.TerritoryChanges.Where(c => c.IsOfAll && c.From <= period).Select(c => (ReportingPeriod?)c.From).ToList();
        var from = divisions.Count == 0 ? null : divisions[^1];
        return series.Points.FirstOrDefault(p => p.Value is not null && p.Period <= period && (from is null || p.Period >= from)) is { } first
            ? new Baseline(first.Period, series.MeasureAt(first.Period)!.Value, IsGiven: false, from, first.Coverage)
            : null;
    }
}
