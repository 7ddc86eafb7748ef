using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>
/// The one place that says how a measure stands against its target. Met is achieved, whatever the month. Unmet with the deadline reached
/// is missed. Before that, the measure is held against the straight path to the target. Without a deadline nothing is ever overdue:
/// what moved up when it could last be compared is on track, what stood still or fell is at risk; what was never compared is not blamed.
/// </summary>
public static class StatusRule
{
    /// <param name="measure">Unrounded; <c>null</c> is no data.</param>
    /// <param name="isMet">Whether the measure meets the target, by the target's own comparator.</param>
    /// <param name="expected">What the path asks for by the month's end; <c>null</c> when there is no path.</param>
    /// <param name="change">Against the month before, of the latest month that can be compared with its own; <c>null</c> when there is none yet.</param>
    /// <param name="thresholds"><c>null</c> is <see cref="StatusThresholds.Default"/>.</param>
    public static ProgressStatus Of(
        decimal? measure,
        bool isMet,
        DateOnly? deadline,
        ReportingPeriod period,
        decimal? expected,
        decimal? change,
        StatusThresholds? thresholds = null) => measure switch
    {
        null => ProgressStatus.NoData,
        _ when isMet => ProgressStatus.Achieved,
        _ when deadline <= period.LastDay => ProgressStatus.Missed,
        { } value when expected is { } due => OnPath(value, due, thresholds ?? StatusThresholds.Default),
        _ => change <= 0 ? ProgressStatus.AtRisk : ProgressStatus.OnTrack,
    };

    private static ProgressStatus OnPath(decimal measure, decimal expected, StatusThresholds thresholds) =>
        measure >= expected * thresholds.OnTrackFrom ? ProgressStatus.OnTrack
        : measure >= expected * thresholds.AtRiskFrom ? ProgressStatus.AtRisk
        : ProgressStatus.Behind;
}
