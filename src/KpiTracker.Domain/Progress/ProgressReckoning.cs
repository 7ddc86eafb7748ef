using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Turns a unit's series and its target into where it stands in a month.</summary>
public static class ProgressReckoning
{
    /// <param name="series">From the first month on record to <paramref name="period"/> or later; its first value is the baseline where the target gives none.</param>
    /// <param name="target"><c>null</c>: no target.</param>
    /// <param name="wardValues">The wards' own values in the month, one for every ward expected to report, <c>null</c> where there is none. Needed only when the target asks something of each ward.</param>
    /// <param name="thresholds"><c>null</c> is <see cref="StatusThresholds.Default"/>.</param>
    public static IndicatorProgress For(
        OrganisationUnit unit,
        ReportingPeriod period,
        ProgressSeries series,
        TargetChoice? target,
        IReadOnlyCollection<IndicatorValue?>? wardValues = null,
        StatusThresholds? thresholds = null)
    {
        var point = series.Points.FirstOrDefault(p => p.Period == period);
        var standing = target is null
            ? new Standing(series.MeasureAt(period), null, null, false)
            : Against(target.Target, target.Steps);
        return new IndicatorProgress(
            series.Indicator,
            unit,
            period,
            point?.Value,
            point?.Coverage ?? default,
            target,
            standing.Measure,
            standing.Goal,
            standing.Expected,
            Baseline.Of(series, target?.Target) is { } baseline && baseline.Period <= period ? baseline : null,
            series.ChangeAt(period),
            series.IncomparableTo(period),
            target is null
                ? point?.Value is null ? ProgressStatus.NoData : ProgressStatus.NoTarget
                : Judge(target.Target, standing))
        {
            ParentStatus = target?.ParentTarget is { } above ? Judge(above, Against(above, [above])) : null,
        };

        Standing Against(Target judged, IReadOnlyList<Target> steps) => judged.Measure == TargetMeasure.CountInEachWard
            ? InEachWard(judged, point, wardValues ?? [])
            : OnWhole(series, period, judged, steps);

        ProgressStatus Judge(Target judged, Standing at) =>
            StatusRule.Of(at.Measure, at.IsMet, judged.Deadline, period, at.Expected, series.LastKnownChange(period), thresholds);
    }

    /// <summary>The path of a unit's measure to its target; <c>null</c> without a baseline, a target or a deadline, and for a target of each ward.</summary>
    public static TargetPath? PathOf(ProgressSeries series, TargetChoice? target) => target is null ? null : PathOf(series, target.Target, target.Steps);

    private static TargetPath? PathOf(ProgressSeries series, Target judged, IReadOnlyList<Target> steps) =>
        judged.Measure != TargetMeasure.CountInEachWard && Baseline.Of(series, judged) is { } baseline
            ? TargetPath.From(new PathKnot(baseline.Period, baseline.Measure), steps)
            : null;

    private static Standing OnWhole(ProgressSeries series, ReportingPeriod period, Target judged, IReadOnlyList<Target> steps)
    {
        var measure = series.MeasureAt(period);
        return new Standing(measure, judged.Value, PathOf(series, judged, steps)?.At(period), measure is { } value && judged.IsMetBy(value));
    }

    /// <summary>A ward that did not report has not been seen to reach it.</summary>
    private static Standing InEachWard(Target target, SeriesPoint? point, IReadOnlyCollection<IndicatorValue?> wardValues)
    {
        var reaching = wardValues.Count(v => v is not null && target.IsMetBy(v.Measure));
        return new Standing(point?.Value is null ? null : reaching, wardValues.Count, null, reaching == wardValues.Count);
    }

    private readonly record struct Standing(decimal? Measure, decimal? Goal, decimal? Expected, bool IsMet);
}
