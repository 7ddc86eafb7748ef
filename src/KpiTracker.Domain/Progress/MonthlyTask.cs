using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Progress;

/// <summary>One thing to be done this month: a unit has to bring so many more people on one indicator.</summary>
/// <param name="Needed">People (or things) still missing to meet the unit's own target as it is written; greater than zero.</param>
/// <param name="ThisMonth">How many of them this month, unrounded: an even share of what is missing; all of it when the deadline is less than a month away; <c>null</c> without a deadline and once it has passed, when no number a month would be the target's.</param>
/// <param name="Recent">How many a month there have been; <c>null</c> when it cannot be told.</param>
public sealed record MonthlyTask(IndicatorProgress Progress, RequiredPace Pace, decimal Needed, decimal? ThisMonth, RecentPace? Recent)
{
    /// <summary>How many more a month than lately have to come; 0 when the recent pace would do.</summary>
    public decimal Extra => ThisMonth is { } asked ? Math.Max(0, asked - Math.Max(0, Recent?.PerMonth ?? 0)) : 0;

    public bool IsOverdue => Progress.Status == ProgressStatus.Missed;

    /// <summary>As it is shown: to the nearest whole person, halves up, and never 0.</summary>
    public decimal? ShownThisMonth => ThisMonth is { } asked ? Math.Max(1, FigureText.WholeCount(asked)) : null;

    /// <summary>
    /// What has to be done: every figure that is at risk, behind or missed, or that misses its target if today's pace is kept; after all of them those
    /// below a target without a deadline, the most missing first: nothing says by when. Units come in the order in
    /// which they need help (<see cref="HelpOrder"/>), the figures of one unit by how many people more than lately have to come this month, then by how
    /// many are missing at all; what is overdue after what still has time. A silent unit has no task here: its report has to come first.
    /// </summary>
    /// <param name="standings">All of the units', also those that ask for nothing: the order of the units rests on them.</param>
    public static IReadOnlyList<MonthlyTask> Of(IEnumerable<(IndicatorProgress Progress, ProgressSeries Series)> standings)
    {
        var known = standings.ToList();
        return [.. Dated(known), .. Undated(known)];
    }

    private static IEnumerable<MonthlyTask> Undated(IEnumerable<(IndicatorProgress Progress, ProgressSeries Series)> known) =>
        known.Where(s => s.Progress.Status == ProgressStatus.Undated).Select(s => For(s.Progress, s.Series)).OfType<MonthlyTask>().OrderByDescending(task => task.Needed);

    private static IEnumerable<MonthlyTask> Dated(IReadOnlyCollection<(IndicatorProgress Progress, ProgressSeries Series)> known) =>
    [
        .. HelpOrder.Of(known.GroupBy(s => s.Progress.Unit.Key), unit => unit.Select(s => s.Progress)).SelectMany(unit => unit
            .Where(s => s.Progress.Status.IsLagging || WillMiss(s.Progress, s.Series))
            .Select(s => For(s.Progress, s.Series))
            .OfType<MonthlyTask>()
            .OrderBy(task => task.ThisMonth is null)
            .ThenByDescending(task => task.Extra)
            .ThenByDescending(task => task.Needed)),
    ];

    private static bool WillMiss(IndicatorProgress progress, ProgressSeries series) =>
        Forecast.For(progress, series)?.VerdictOn(progress.Target!.Target) == ForecastVerdict.WillMiss;

    private static MonthlyTask? For(IndicatorProgress progress, ProgressSeries series) =>
        RequiredPace.For(progress, series) is { } pace && RequiredPace.StillNeeded(progress, series) is { } needed and > 0
            ? new MonthlyTask(progress, pace, needed, progress.Status != ProgressStatus.Missed && pace.MonthsLeft is { } months ? needed / Math.Max(1, months) : null, pace.Recent)
            : null;
}
