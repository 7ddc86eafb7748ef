using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Progress;

/// <summary>
/// The pace asked for and the recent one as they stand side by side. People are whole; of a few things (hamlets, groups) both have one decimal where
/// whole ones would say that the recent pace is enough although it is not, or the other way round: 2 in three months are not one a month.
/// </summary>
/// <param name="PerMonth"><c>null</c> as of <see cref="RequiredPace.PerMonth"/>; never 0 while anything is needed.</param>
/// <param name="Recent"><c>null</c> as of <see cref="RequiredPace.Recent"/>; negative where the count fell.</param>
public readonly record struct ShownPace(decimal? PerMonth, decimal? Recent)
{
    public static ShownPace Of(RequiredPace pace, Indicator indicator) => Of(pace.PerMonth, pace.ShownPerMonth, pace.Recent?.PerMonth, pace.ShownRecent, indicator);

    /// <summary>What a task asks for this month, and what a month has brought lately.</summary>
    public static ShownPace Of(MonthlyTask task) =>
        Of(task.ThisMonth, task.ShownThisMonth, task.Recent?.PerMonth, task.Recent is { } recent ? FigureText.WholeCount(recent.PerMonth) : null, task.Progress.Indicator);

    private static ShownPace Of(decimal? asked, decimal? wholeAsked, decimal? recent, decimal? wholeRecent, Indicator indicator) =>
        indicator.Kind == IndicatorKind.Count && (wholeRecent >= wholeAsked) != (recent >= asked)
            ? new ShownPace(OneDecimal(asked), OneDecimal(recent))
            : new ShownPace(wholeAsked, wholeRecent);

    private static decimal? OneDecimal(decimal? pace) => pace is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : null;
}
