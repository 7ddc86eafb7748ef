using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Submissions;

/// <summary>How far a ward's figure moved, beside how far it moved in the months before.</summary>
/// <param name="Before">The last figure before this month's; for a flow the median of the earlier months.</param>
/// <param name="Since">The month of <paramref name="Before"/>.</param>
/// <param name="Change">People (or things), signed.</param>
/// <param name="PerMonth">The same for one month: a ward that was silent for three months may move three times as far. A flow's is its change.</param>
/// <param name="Scale">By which wards of different size are compared: the whole, or the figure before where there is none.</param>
/// <param name="Earlier">The changes per month before this one, newest first.</param>
internal sealed record FigureMovement(decimal Before, ReportingPeriod Since, decimal Change, decimal PerMonth, decimal Scale, IReadOnlyList<decimal> Earlier)
{
    /// <param name="history">Earlier observations, newest first; those without a numerator, of this month, or of a month already seen are passed over.</param>
    /// <returns><c>null</c> without any history.</returns>
    public static FigureMovement? Of(Indicator indicator, decimal now, decimal? whole, ReportingPeriod period, IEnumerable<Observation> history)
    {
        var past = history.Where(o => o.Numerator is not null && o.Period < period).DistinctBy(o => o.Period).ToList();
        if (past.Count == 0)
        {
            return null;
        }

        if (indicator.Accumulation == Accumulation.Flow)
        {
            var usual = Median([.. past.Select(o => o.Numerator!.Value)]);
            return new FigureMovement(usual, past[0].Period, now - usual, now - usual, whole ?? usual, [.. past.Select(o => o.Numerator!.Value - usual)]);
        }

        var before = past[0];
        var change = now - before.Numerator!.Value;
        return new FigureMovement(
            before.Numerator.Value,
            before.Period,
            change,
            change / before.Period.MonthsUntil(period),
            Math.Max(whole ?? 0, before.Denominator ?? (whole is null ? before.Numerator.Value : 0)),
            [.. past.Zip(past.Skip(1), (later, earlier) => (later.Numerator!.Value - earlier.Numerator!.Value) / earlier.Period.MonthsUntil(later.Period))]);
    }

    /// <summary>The usual change per month before this one, whatever its direction.</summary>
    public decimal Usual => Median([.. Earlier.Select(Math.Abs)]);

    /// <summary>The usual change per month in the direction of this one: a ward that only ever grew has no usual fall.</summary>
    public decimal UsualThisWay => Median([.. Earlier.Where(c => Math.Sign(c) == Math.Sign(Change)).Select(Math.Abs)]);

    /// <returns>0 for nothing.</returns>
    public static decimal Median(IReadOnlyCollection<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
