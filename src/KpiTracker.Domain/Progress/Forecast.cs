using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>What a forecast says about a target.</summary>
public enum ForecastVerdict
{
    /// <summary>Even the high end does not meet it.</summary>
    WillMiss,
    MayMeet,

    /// <summary>Even the low end meets it.</summary>
    WillMeet,
}

/// <summary>
/// Where today's pace ends. The pace is robust (Theil–Sen): the median of the slopes between every two of the last months with data, so that one
/// odd month does not bend it; it sets out from the latest figure, where the unit stands, silent wards by their
/// figure of the month before. Percentages are carried on as percentages, counts as counts, flows as the sum of their months.
/// </summary>
/// <param name="At">The month forecast.</param>
/// <param name="Low">Unrounded, as are the others; Low ≤ Mid ≤ High; from 0 to what the denominator allows: 100 for a percentage, no limit for a count.</param>
public sealed record Forecast(ReportingPeriod At, decimal Low, decimal Mid, decimal High)
{
    /// <summary>The last so many months with data are looked at: older ones tell of another pace.</summary>
    public const int MonthsUsed = 6;

    /// <summary>With fewer months with data there is silence.</summary>
    public const int FewestMonths = 3;

    /// <summary>The slopes of the low and the high end: of ten slopes, the second lowest and the second highest, or nearly.</summary>
    private const decimal LowPercentile = 0.10m, HighPercentile = 0.90m;

    /// <summary>To the month that decides the deadline of the target judged.</summary>
    /// <returns>
    /// <c>null</c> without a figure in the month, a target or a deadline, in the first month, which is only the starting point, once the deadline's month is
    /// reached, for a target of each ward, and with too few months.
    /// </returns>
    public static Forecast? For(IndicatorProgress progress, ProgressSeries series) =>
        progress is { Value: not null, Status: not ProgressStatus.FirstMonth, Target.Target: { Deadline: { } deadline, Measure: not TargetMeasure.CountInEachWard } }
            ? Of(series, progress.Period, TargetPath.MonthJudging(deadline))
            : null;

    /// <param name="from">The month whose figure is the latest known: later ones are not looked at.</param>
    /// <returns><c>null</c> when <paramref name="from"/> has no figure, <paramref name="to"/> is not later, or fewer than <see cref="FewestMonths"/> months have data.</returns>
    public static Forecast? Of(ProgressSeries series, ReportingPeriod from, ReportingPeriod to)
    {
        if (to <= from || series.At(from) is not { Value: not null } now)
        {
            return null;
        }

        var isPercentage = series.Indicator.Kind == IndicatorKind.Percentage;
        var known = Comparable(series, now).Take(MonthsUsed).Reverse().ToList();
        if (known.Count < FewestMonths)
        {
            return null;
        }

        var slopes = known
            .SelectMany((earlier, i) => known.Skip(i + 1).Select(later => (later.Measure - earlier.Measure) / (later.Month - earlier.Month)))
            .Order()
            .ToList();
        var (last, months) = (known[^1].Measure, from.MonthsUntil(to));
        return new Forecast(to, At(LowPercentile), At(0.5m), At(HighPercentile));

        decimal At(decimal share) => Within(last + (Quantile(slopes, share) * months));

        decimal Within(decimal measure) => isPercentage ? Math.Clamp(measure, 0, 100) : Math.Max(measure, 0);
    }

    /// <summary>The wards that a forecast sets out from: silent ones by their figure of the month before, but those of a flow not at all.</summary>
    public static Coverage CoverageOf(IndicatorProgress progress, ProgressSeries series) => series.WithSilent(progress.Period)?.Coverage ?? progress.Coverage;

    /// <summary>How many months up to a month a forecast can go by.</summary>
    /// <returns>0 where the month itself has no figure.</returns>
    public static int MonthsKnown(ProgressSeries series, ReportingPeriod from) => series.At(from) is { Value: not null } now ? Comparable(series, now).Count() : 0;

    public ForecastVerdict VerdictOn(Target target)
    {
        if (target.IsMetBy(Low) && target.IsMetBy(High))
        {
            return ForecastVerdict.WillMeet;
        }

        var isWithin = target.Comparator == Comparator.Exactly ? Low <= target.Value && target.Value <= High : target.IsMetBy(High);
        return isWithin ? ForecastVerdict.MayMeet : ForecastVerdict.WillMiss;
    }

    // The latest first. An earlier month stands as far below the latest as it does over the wards that have a figure in both: a silent ward is neither a rise nor a decline,
    // and what stood before a change of territory was the pace of other people. The sums of a flow's months are the unit's own, as far as as many wards stand behind them.
    private static IEnumerable<(int Month, decimal Measure)> Comparable(ProgressSeries series, SeriesPoint now)
    {
        var from = now.Period;
        if (series.Indicator.Accumulation == Accumulation.Flow)
        {
            var since = series.TerritorySince(from);
            return Back(series, from)
                .Where(p => (since is null || p.Period >= since) && p.Value is not null && p.Coverage.IsComparableWith(now.Coverage))
                .Select(p => (-p.Period.MonthsUntil(from), series.MeasureAt(p.Period)!.Value));
        }

        var latest = series.WithSilent(from)?.Value?.Measure ?? now.Value!.Measure;
        return Back(series, from.Previous)
            .Select(p => (p.Period, series.Compare(p.Period, from)?.Change))
            .Where(p => p.Change is not null)
            .Select(p => (-p.Period.MonthsUntil(from), latest - p.Change!.Value))
            .Prepend((0, latest));
    }

    private static IEnumerable<SeriesPoint> Back(ProgressSeries series, ReportingPeriod from)
    {
        for (var month = from; series.At(month) is { } point; month = month.Previous)
        {
            yield return point;
        }
    }

    /// <summary>Between two values in order, straight (R's type 7, a spreadsheet's PERCENTILE.INC); of an even number, the median is the mean of the middle two.</summary>
    private static decimal Quantile(List<decimal> ordered, decimal share)
    {
        var place = share * (ordered.Count - 1);
        var below = (int)place;
        return below == ordered.Count - 1 ? ordered[below] : ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below]));
    }
}
