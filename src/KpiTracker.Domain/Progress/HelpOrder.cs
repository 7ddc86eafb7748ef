namespace KpiTracker.Domain.Progress;

/// <summary>
/// The one order of units, wherever no other is asked for: the sentence on top, the table of all units, the ranking, the small charts, the tasks
/// and the slides. Units in the order in which they need help: first who is behind or has missed on a larger share of the own targets (a unit is not in need for having more of them), then who is
/// at risk on a larger share, then whose figures are farther behind what is due of them, as a mean of shares over all of the unit's targets (the worst
/// one alone would again be larger where there are more of them); then in the order given. Who has no figure under a target comes last: there
/// is a report to ask for, not yet a pace.
/// </summary>
public static class HelpOrder
{
    /// <param name="standings">A unit's own standing with each indicator.</param>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> units, Func<T, IEnumerable<IndicatorProgress>> standings) =>
    [
        .. units
            .Select(unit => (Unit: unit, Judged: standings(unit).Where(IsJudged).ToList()))
            .OrderBy(u => u.Judged.Count == 0)
            .ThenByDescending(u => ShareOf(u.Judged, s => s is ProgressStatus.Behind or ProgressStatus.Missed))
            .ThenByDescending(u => ShareOf(u.Judged, s => s == ProgressStatus.AtRisk))
            .ThenByDescending(u => MeanOf(u.Judged, s => Lag.Of(s)?.Share ?? 0))
            .Select(u => u.Unit),
    ];

    /// <summary>The lags of the unit that needs help first, the percentages before the counts and the farthest first; empty when nobody lags.</summary>
    public static IReadOnlyList<Lag> FirstLags(IEnumerable<IndicatorProgress> standings) =>
        Of(standings.GroupBy(s => s.Unit.Key), unit => unit) is [var first, ..]
            ? [.. first.Where(s => !IsOfOthers(s)).Select(Lag.Of).OfType<Lag>().OrderByDescending(l => l.IsPercentage).ThenByDescending(l => l.IsPercentage ? l.Behind : l.Share)]
            : [];

    /// <summary>Whether a unit has a place in the order: it has a figure that says how it stands. In the first month, say, none has.</summary>
    public static bool HasPlace(IEnumerable<IndicatorProgress> standings) => standings.Any(s => IsJudged(s) && !IsOpen(s));

    private static bool IsJudged(IndicatorProgress standing) => standing.Status is not (ProgressStatus.NoData or ProgressStatus.NoTarget) && !IsOfOthers(standing);

    private static decimal ShareOf(List<IndicatorProgress> standings, Func<ProgressStatus, bool> isMeant) => MeanOf(standings, s => isMeant(s.Status) ? 1 : 0);

    private static decimal MeanOf(List<IndicatorProgress> standings, Func<IndicatorProgress, decimal> of)
    {
        var judged = standings.Count(s => !IsOpen(s));
        return judged == 0 ? 0 : standings.Sum(of) / judged;
    }

    private static bool IsOpen(IndicatorProgress standing) => standing.Status is ProgressStatus.FirstMonth or ProgressStatus.Undated or ProgressStatus.Awaiting;

    // "At least one in each ward" is asked of the district: one ward's own count is no lag of its own.
    private static bool IsOfOthers(IndicatorProgress standing) => standing.Unit.IsWard && standing.IsOfEachWard;
}
