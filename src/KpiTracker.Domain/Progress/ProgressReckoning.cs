using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Turns a unit's series and its target into where it stands in a month.</summary>
public static class ProgressReckoning
{
    /// <param name="series">From the first month on record to <paramref name="period"/> or later; its first value is the baseline.</param>
    /// <param name="target"><c>null</c>: no target.</param>
    /// <param name="wardValues">The wards' own values in the month, one for every ward expected to report, <c>null</c> where there is none. Needed only when the target asks something of each ward.</param>
    public static IndicatorProgress For(
        OrganisationUnit unit,
        ReportingPeriod period,
        ProgressSeries series,
        TargetChoice? target,
        IReadOnlyCollection<IndicatorValue?>? wardValues = null)
    {
        var point = series.Points.FirstOrDefault(p => p.Period == period);
        var standing = target is { Target.Measure: TargetMeasure.CountInEachWard }
            ? InEachWard(target.Target, point, wardValues ?? [])
            : OnWhole(series, period, target);
        var baseline = series.Points.FirstOrDefault(p => p.Value is not null && p.Period <= period);
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
            series.ChangeAt(period),
            series.IncomparableTo(period),
            target is null
                ? point?.Value is null ? ProgressStatus.NoData : ProgressStatus.NoTarget
                : StatusRule.Of(standing.Measure, standing.IsMet, target.Target.Deadline, period, standing.Expected, series.LastKnownChange(period)));
    }

    /// <summary>The path of a unit's measure to its target; <c>null</c> without a baseline, a target or a deadline, and for a target of each ward.</summary>
    public static TargetPath? PathOf(ProgressSeries series, TargetChoice? target) =>
        target is not null and not { Target.Measure: TargetMeasure.CountInEachWard }
        && series.Points.FirstOrDefault(p => p.Value is not null) is { } baseline
            ? TargetPath.From(new PathKnot(baseline.Period, baseline.Value!.Measure), target)
            : null;

    private static Standing OnWhole(ProgressSeries series, ReportingPeriod period, TargetChoice? choice)
    {
        var measure = series.MeasureAt(period);
        return choice is null
            ? new Standing(measure, null, null, false)
            : new Standing(measure, choice.Target.Value, PathOf(series, choice)?.At(period), measure is { } value && choice.Target.IsMetBy(value));
    }

    /// <summary>A ward that did not report has not been seen to reach it.</summary>
    private static Standing InEachWard(Target target, SeriesPoint? point, IReadOnlyCollection<IndicatorValue?> wardValues)
    {
        var reaching = wardValues.Count(v => v is not null && target.IsMetBy(v.Measure));
        return new Standing(point?.Value is null ? null : reaching, wardValues.Count, null, reaching == wardValues.Count);
    }

    private readonly record struct Standing(decimal? Measure, decimal? Goal, decimal? Expected, bool IsMet);
}
