using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>
/// The one place that says how a measure stands against its target. Met is achieved, whatever the month. Unmet with the deadline reached
/// is missed. Before that, the measure is held against the straight path to the target. What has no deadline is not judged, nor what is itself
/// the beginning of its path: both are said in words of their own.
/// </summary>
public static class StatusRule
{
    /// <param name="measure">Unrounded; <c>null</c> is no data.</param>
    /// <param name="isMet">Whether the measure meets the target, by the target's own comparator.</param>
    /// <param name="expected">What the path asks for by the month's end; <c>null</c> when there is no path.</param>
    /// <param name="isFirst">The measure is the unit's first figure, which serves as the baseline.</param>
    /// <param name="thresholds"><c>null</c> is <see cref="StatusThresholds.Default"/>.</param>
    public static ProgressStatus Of(
        decimal? measure,
        bool isMet,
        DateOnly? deadline,
        ReportingPeriod period,
        decimal? expected,
        bool isFirst,
        StatusThresholds? thresholds = null) => measure switch
    {
        null => ProgressStatus.NoData,
        _ when isMet => ProgressStatus.Achieved,
        _ when deadline is null => ProgressStatus.Undated,
        _ when deadline <= period.LastDay => ProgressStatus.Missed,
        _ when isFirst => ProgressStatus.FirstMonth,
        { } value when expected is { } due => OnPath(value, due, thresholds ?? StatusThresholds.Default),
        _ => ProgressStatus.AtRisk,
    };

    /// <summary>
    /// A target of each ward is judged on the wards that have a figure. While others have none it is not achieved, nor behind for their sake;
    /// where one that has a figure does not reach it, it is missed once the deadline is reached, and at risk before: there is no path of wards.
    /// </summary>
    /// <param name="reaching">Of the wards with a figure; <c>null</c> when there are none.</param>
    /// <param name="known">Wards with a figure.</param>
    /// <param name="expected">All wards.</param>
    public static ProgressStatus InEachWard(int? reaching, int known, int expected, DateOnly? deadline, ReportingPeriod period) => reaching switch
    {
        null => ProgressStatus.NoData,
        _ when reaching == known && known < expected => ProgressStatus.Awaiting,
        _ => Of(reaching, reaching == known, deadline, period, null, isFirst: false),
    };

    /// <summary>
    /// A rate of the wards that reported meets no target of all of them as long as the silent ones could undo it: it is achieved only where it also is with
    /// their figures of the month before; else it waits for them. A count can only grow by their reports.
    /// </summary>
    /// <param name="status">By the figures reported.</param>
    public static ProgressStatus WithSilentWards(ProgressStatus status, Target judged, ProgressSeries series, ReportingPeriod period) =>
        status == ProgressStatus.Achieved && judged.Measure == TargetMeasure.Percent && series.At(period) is { Coverage.IsComplete: false }
            && !(series.WithSilent(period)?.Value is { } whole && judged.IsMetBy(whole.Measure))
            ? ProgressStatus.Awaiting
            : status;

    private static ProgressStatus OnPath(decimal measure, decimal expected, StatusThresholds thresholds) =>
        measure >= expected * thresholds.OnTrackFrom ? ProgressStatus.OnTrack
        : measure >= expected * thresholds.AtRiskFrom ? ProgressStatus.AtRisk
        : ProgressStatus.Behind;
}
