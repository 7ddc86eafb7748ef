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
        var point = series.At(period);
        var baseline = Baseline.Of(series, target?.Target, period);
        var standing = target is null
            ? new Standing(point?.Value?.Measure, null, null, point?.Value is null ? ProgressStatus.NoData : ProgressStatus.NoTarget)
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
            baseline,
            series.Compare(period.Previous, period),
            series.WhyIncomparable(period.Previous, period),
            standing.Status)
        {
            ParentStatus = target?.ParentTarget is { } above ? Against(above, [above]).Status : null,
        };

        Standing Against(Target judged, IReadOnlyList<Target> steps) => judged.Measure == TargetMeasure.CountInEachWard
            ? InEachWard(judged, period, point, wardValues ?? [])
            : OnWhole(series, period, judged, steps, thresholds);
    }

    /// <summary>The path of a unit's measure to its target, as it is known in a month; <c>null</c> without a baseline, a target or a deadline, and for a target of each ward.</summary>
    public static TargetPath? PathOf(ProgressSeries series, TargetChoice? target, ReportingPeriod period) => target is null ? null : PathOf(series, target.Target, target.Steps, period);

    private static TargetPath? PathOf(ProgressSeries series, Target judged, IReadOnlyList<Target> steps, ReportingPeriod period) =>
        judged.Measure != TargetMeasure.CountInEachWard && Baseline.Of(series, judged, period) is { } baseline
            ? TargetPath.From(new PathKnot(baseline.Period, baseline.Measure), steps)
            : null;

    private static Standing OnWhole(ProgressSeries series, ReportingPeriod period, Target judged, IReadOnlyList<Target> steps, StatusThresholds? thresholds)
    {
        var measure = series.MeasureAt(period);
        var due = PathOf(series, judged, steps, period)?.At(period);
        var isFirst = Baseline.Of(series, judged, period) is { IsGiven: false } baseline && baseline.Period == period;
        var status = StatusRule.Of(measure, measure is { } value && judged.IsMetBy(value), judged.Deadline, period, due, isFirst, thresholds);
        return new Standing(measure, judged.Value, due, StatusRule.WithSilentWards(status, judged, series, period));
    }

    /// <summary>A ward without a figure has not been seen to reach it, nor to fail it.</summary>
    private static Standing InEachWard(Target target, ReportingPeriod period, SeriesPoint? point, IReadOnlyCollection<IndicatorValue?> wardValues)
    {
        var known = wardValues.Count(v => v is not null);
        int? reaching = point?.Value is null ? null : wardValues.Count(v => v is not null && target.IsMetBy(v.Measure));
        return new Standing(reaching, known, null, StatusRule.InEachWard(reaching, known, wardValues.Count, target.Deadline, period));
    }

    private readonly record struct Standing(decimal? Measure, decimal? Goal, decimal? Expected, ProgressStatus Status);
}
