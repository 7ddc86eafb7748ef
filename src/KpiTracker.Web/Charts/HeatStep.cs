namespace KpiTracker.Web.Charts;

/// <summary>The five shades of the heat table, by how much of its target a figure reaches. Targets differ between indicators, so raw figures cannot be compared, these can.</summary>
internal static class HeatStep
{
    public const int Met = 5;

    /// <summary>Shares of the target from which shades 2, 3 and 4 begin; the fifth is for what meets it.</summary>
    public static IReadOnlyList<decimal> Limits { get; } = [0.50m, 0.75m, 0.90m];

    /// <returns>1–5; <c>null</c> where there is no figure or no target to hold it against.</returns>
    /// <param name="isMet">By the target's own comparator: 95,0% is not "more than 95", however close.</param>
    public static int? Of(decimal? measure, decimal? goal, bool isMet) => (measure, goal) switch
    {
        ({ }, { }) when isMet => Met,
        ({ } figure, { } target) when target > 0 => 1 + Limits.Count(limit => figure >= target * limit),
        _ => null,
    };
}
