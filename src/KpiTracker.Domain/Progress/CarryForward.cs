using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <param name="Value"><c>null</c> when no ward has a figure that counts or may be carried.</param>
/// <param name="Coverage">Says how many of the figures are carried.</param>
public sealed record CarriedTotal(IndicatorValue? Value, Coverage Coverage);

/// <summary>A ward's latest figure that may stand for a month.</summary>
/// <param name="From">Whose month it is: the month itself, or an earlier one, from which it is carried.</param>
public sealed record CarriedFigure(ReportingPeriod From, IndicatorValue Value);

/// <summary>
/// A total in which a silent ward's last figure may stand in, only where the caller asks for it: it never makes a target's status better, and is never
/// taken for a report. Stocks and
/// cumulative figures only; of a flow, a month that was not reported cannot be told from another's.
/// </summary>
public static class CarryForward
{
    /// <summary>An older figure is not carried: by then it tells more of the silence than of the ward.</summary>
    public const int LimitInMonths = 3;

    /// <param name="wards">For every ward expected in the month, its own figures by month; months without a figure are absent.</param>
    public static CarriedTotal Over(Indicator indicator, ReportingPeriod period, IReadOnlyCollection<IReadOnlyDictionary<ReportingPeriod, IndicatorValue>> wards)
    {
        List<IndicatorValue> reported = [], carried = [];
        foreach (var figure in wards.Select(ward => Last(indicator, period, ward)).OfType<CarriedFigure>())
        {
            (figure.From == period ? reported : carried).Add(figure.Value);
        }

        List<IndicatorValue> all = [.. reported, .. carried];
        return new CarriedTotal(
            all.Count == 0 ? null : IndicatorValue.Of(indicator.Kind, all.Sum(v => v.Numerator), all.Sum(v => v.Denominator ?? 0)),
            new Coverage(reported.Count, wards.Count, carried.Count));
    }

    /// <summary>The figure of the month; where there is none, the latest one that may be carried into it.</summary>
    /// <returns><c>null</c> when there is neither.</returns>
    public static CarriedFigure? Last(Indicator indicator, ReportingPeriod period, IReadOnlyDictionary<ReportingPeriod, IndicatorValue> figures)
    {
        var monthsBack = indicator.Accumulation == Accumulation.Flow ? 0 : LimitInMonths;
        return Enumerable.Range(0, monthsBack + 1)
            .Select(months => period.AddMonths(-months))
            .Where(figures.ContainsKey)
            .Select(month => new CarriedFigure(month, figures[month]))
            .FirstOrDefault();
    }
}
