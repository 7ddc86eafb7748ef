using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>What is still missing to meet a target strictly as it is written, how fast it has to come, and how fast it has been coming.</summary>
/// <param name="Gap">
/// People (or things) still needed on today's denominator, silent wards by their figure of the month before: 0 when the target is met. For a target of each ward: the wards that
/// have a figure and do not reach it.
/// </param>
/// <param name="MonthsLeft">Whole months from the period's end to the deadline; 0 when it is reached or less than a month away; <c>null</c> without a deadline.</param>
/// <param name="Recent"><c>null</c> when no earlier month of the last three can be compared.</param>
public sealed record RequiredPace(decimal Gap, int? MonthsLeft, RecentPace? Recent)
{
    /// <summary>On which wards the gap is reckoned: silent ones by their figure of the month before; <c>null</c> for a target of each ward.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Unrounded; <c>null</c> when no whole month is left or there is no deadline.</summary>
    public decimal? PerMonth => MonthsLeft is { } months and > 0 ? Gap / months : null;

    /// <summary>
    /// As it is shown: to the nearest whole person, halves up (1.240 in three months are 413 a month); never 0 while anyone is still needed.
    /// </summary>
    public decimal? ShownPerMonth => PerMonth is { } pace ? Math.Max(FigureText.WholeCount(pace), Gap > 0 ? 1 : 0) : null;

    /// <summary>As it is shown: to the nearest whole person, halves away from zero; negative where the count fell.</summary>
    public decimal? ShownRecent => Recent is { } recent ? FigureText.WholeCount(recent.PerMonth) : null;

    /// <returns><c>null</c> without a figure or a target, and where no number of people more could meet it ("exactly", and already above).</returns>
    public static RequiredPace? For(IndicatorProgress progress, ProgressSeries series)
    {
        if (progress is not { Measure: { } measure, Target.Target: { } target })
        {
            return null;
        }

        var isOfWards = target.Measure == TargetMeasure.CountInEachWard;
        var withSilent = isOfWards ? null : series.WithSilent(progress.Period);
        var gap = isOfWards ? progress.Goal - measure : Missing(target, withSilent?.Value ?? series.TotalAt(progress.Period));
        return gap is { } missing
            ? new RequiredPace(
                missing,
                target.Deadline is { } deadline ? progress.Period.WholeMonthsUntil(deadline) : null,
                isOfWards ? null : RecentPace.Of(series, progress.Period))
            {
                Coverage = isOfWards ? null : withSilent?.Coverage ?? progress.Coverage,
            }
            : null;
    }

    /// <summary>
    /// The people (or things) that a list of units tells side by side: the gap; for a ward under a target of each ward its own count's, where
    /// <see cref="Gap"/> can only say that the one ward is missing.
    /// </summary>
    /// <returns><c>null</c> where <see cref="For"/> has none.</returns>
    public static decimal? StillNeeded(IndicatorProgress progress, ProgressSeries series) => progress is { IsOfEachWard: true, Unit.IsWard: true }
        ? Missing(progress.Target!.Target with { Measure = TargetMeasure.Count }, series.TotalAt(progress.Period))
        : For(progress, series)?.Gap;

    private static decimal? Missing(Target target, IndicatorValue? value)
    {
        var missing = target.FewestThatMeet(value?.Denominator) - value?.Numerator;
        return missing < 0 ? (target.Comparator == Comparator.Exactly ? null : 0) : missing;
    }
}

/// <summary>How many people (or things) a month the last three months have brought.</summary>
/// <param name="PerMonth">Unrounded, from numerators; may be negative.</param>
/// <param name="Months">Of how many months it is the mean: three, fewer where figures are missing or cannot be compared.</param>
/// <param name="Wards">On how many wards it rests, where not on all of them: those that have a figure in both months; <c>null</c> where all have.</param>
public readonly record struct RecentPace(decimal PerMonth, int Months, int? Wards = null)
{
    /// <summary>How far back is looked.</summary>
    public const int MonthsBack = 3;

    /// <summary>
    /// Of a stock or a cumulative figure: the numerator now less the numerator three months ago, by three, over the wards that have both
    /// (<see cref="ProgressSeries.Compare"/>); where that month cannot be compared, the oldest later month that can, by the months between.
    /// Of a flow: the mean of those of the last three months that can be compared with this one. No pace crosses a change of territory.
    /// </summary>
    /// <returns><c>null</c> when the month has no figure, or nothing in those months can be compared with it.</returns>
    public static RecentPace? Of(ProgressSeries series, ReportingPeriod period)
    {
        if (series.At(period) is not { Value: { } now })
        {
            return null;
        }

        var isFlow = series.Indicator.Accumulation == Accumulation.Flow;
        var compared = Enumerable.Range(1, isFlow ? MonthsBack - 1 : MonthsBack).Reverse()
            .Select(months => series.Compare(period.AddMonths(-months), period))
            .OfType<MonthComparison>()
            .ToList();
        if (isFlow)
        {
            return new RecentPace((now.Numerator + compared.Sum(c => c.Then.Numerator)) / (compared.Count + 1), compared.Count + 1, Fewest(compared));
        }

        return compared is [var oldest, ..]
            ? new RecentPace((oldest.Now.Numerator - oldest.Then.Numerator) / oldest.Before.MonthsUntil(period), oldest.Before.MonthsUntil(period), Fewest([oldest]))
            : null;
    }

    private static int? Fewest(IEnumerable<MonthComparison> compared) => compared.Where(c => !c.IsOfAll).Select(c => (int?)c.Wards).Min();
}
