namespace KpiTracker.Web.Charts;

/// <summary>
/// The five shades of the heat table, by how far a figure is from its own target, in points: of a percentage percentage points, of a count hundredths of
/// its target; the farther, the stronger the shade, since that is what the eye has to find. Campaigns end within a few points of their targets, so the steps are narrow there: equal ones would paint nearly all alike.
/// </summary>
internal static class HeatStep
{
    public const int Met = 5;

    /// <summary>Points below the target down to which shades 2, 3 and 4 reach, the widest first; the fifth is for what meets it.</summary>
    public static IReadOnlyList<decimal> Limits { get; } = [10, 5, 2];

    /// <returns>1–5; <c>null</c> where there is no figure or no target to hold it against.</returns>
    /// <param name="isMet">By the target's own comparator: 95,0% is not "more than 95", however close.</param>
    /// <param name="isPercent">Both are percentages, whose difference is points already.</param>
    public static int? Of(decimal? measure, decimal? goal, bool isMet, bool isPercent) => (measure, goal) switch
    {
        ({ }, { }) when isMet => Met,
        ({ } figure, { } target) when target > 0 => 1 + Limits.Count(limit => Below(figure, target, isPercent) <= limit),
        _ => null,
    };

    private static decimal Below(decimal figure, decimal target, bool isPercent) => isPercent ? target - figure : (target - figure) * 100 / target;
}
