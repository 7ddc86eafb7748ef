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
    /// <summary>On track from this share of what the path asks for by now: all of it.</summary>
    public const decimal OnTrackFrom = 1.00m;

    /// <summary>At risk from this share of what the path asks for by now; below it, behind.</summary>
    public const decimal AtRiskFrom = 0.90m;

    /// <param name="measure">Unrounded; <c>null</c> is no data.</param>
    /// <param name="isMet">Whether the measure meets the target, by the target's own comparator.</param>
    /// <param name="expected">What the path asks for by the month's end; <c>null</c> when there is no path.</param>
    /// <param name="change">Against the month before, of the latest month that can be compared with its own; <c>null</c> when there is none yet.</param>
    public static ProgressStatus Of(decimal? measure, bool isMet, DateOnly? deadline, ReportingPeriod period, decimal? expected, decimal? change) => measure switch
    {
        null => ProgressStatus.NoData,
        _ when isMet => ProgressStatus.Achieved,
        _ when deadline <= period.LastDay => ProgressStatus.Missed,
        { } value when expected is { } due => OnPath(value, due),
        _ => change <= 0 ? ProgressStatus.AtRisk : ProgressStatus.OnTrack,
    };

    private static ProgressStatus OnPath(decimal measure, decimal expected) =>
        measure >= expected * OnTrackFrom ? ProgressStatus.OnTrack
        : measure >= expected * AtRiskFrom ? ProgressStatus.AtRisk
        : ProgressStatus.Behind;
}
