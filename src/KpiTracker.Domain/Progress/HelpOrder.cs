namespace KpiTracker.Domain.Progress;

/// <summary>
/// Units in the order in which they need help: first who is behind or has missed on more indicators, then who is at risk on more, then whose
/// worst figure is farther behind what is due of it, as a share; then in the order given. Who has no figure under a target comes last: there
/// is a report to ask for, not yet a pace.
/// </summary>
public static class HelpOrder
{
    /// <param name="standings">A unit's own standing with each indicator.</param>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> units, Func<T, IEnumerable<IndicatorProgress>> standings) =>
    [
        .. units
            .Select(unit => (Unit: unit, Judged: standings(unit).Where(s => s.Status is not (ProgressStatus.NoData or ProgressStatus.NoTarget)).ToList()))
            .OrderBy(u => u.Judged.Count == 0)
            .ThenByDescending(u => u.Judged.Count(s => s.Status is ProgressStatus.Behind or ProgressStatus.Missed))
            .ThenByDescending(u => u.Judged.Count(s => s.Status == ProgressStatus.AtRisk))
            .ThenByDescending(u => u.Judged.Select(s => Lag.Of(s)?.Share ?? 0).DefaultIfEmpty().Max())
            .Select(u => u.Unit),
    ];
}
