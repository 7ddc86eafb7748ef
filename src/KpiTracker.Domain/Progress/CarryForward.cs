using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <param name="Value"><c>null</c> when no ward has a figure that counts or may be carried.</param>
/// <param name="Coverage">Says how many of the figures are carried.</param>
public sealed record CarriedTotal(IndicatorValue? Value, Coverage Coverage);

/// <summary>
/// A total in which a silent ward's last figure may stand in, only where the caller asks for it: never in a target's status. Stocks and
/// cumulative figures only; of a flow, a month that was not reported cannot be told from another's.
/// </summary>
public static class CarryForward
{
    /// <summary>An older figure is not carried: by then it tells more of the silence than of the ward.</summary>
    public const int LimitInMonths = 3;

    /// <param name="wards">For every ward expected in the month, its own figures by month; months without a figure are absent.</param>
    public static CarriedTotal Over(Indicator indicator, ReportingPeriod period, IReadOnlyCollection<IReadOnlyDictionary<ReportingPeriod, IndicatorValue>> wards)
    {
        var monthsBack = indicator.Accumulation == Accumulation.Flow ? 0 : LimitInMonths;
        List<IndicatorValue> reported = [], carried = [];
        foreach (var ward in wards)
        {
            var age = Enumerable.Range(0, monthsBack + 1).FirstOrDefault(months => ward.ContainsKey(period.AddMonths(-months)), -1);
            if (age >= 0)
            {
                (age == 0 ? reported : carried).Add(ward[period.AddMonths(-age)]);
            }
        }

        List<IndicatorValue> all = [.. reported, .. carried];
        return new CarriedTotal(
            all.Count == 0 ? null : IndicatorValue.Of(indicator.Kind, all.Sum(v => v.Numerator), all.Sum(v => v.Denominator ?? 0)),
            new Coverage(reported.Count, wards.Count, carried.Count));
    }
}
