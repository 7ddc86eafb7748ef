namespace KpiTracker.Domain.Indicators;

/// <summary>
/// The only place where observations become a number. A unit's rate is Σ numerators / Σ denominators of its wards,
/// never a mean of rates; flows add over months, stocks and cumulatives take the last month; nothing observed is no value.
/// </summary>
/// <param name="Numerator">Σ numerators.</param>
/// <param name="Denominator">Σ denominators, greater than zero; <c>null</c> for a count.</param>
public sealed record IndicatorValue(decimal Numerator, decimal? Denominator)
{
    /// <summary>0–100 and beyond, unrounded; <c>null</c> for a count.</summary>
    public decimal? Percent => Denominator is { } whole ? Numerator * 100m / whole : null;

    /// <summary>What a target is held against: the percentage, or the count.</summary>
    public decimal Measure => Percent ?? Numerator;

    /// <summary>The value of wards' observations of one indicator in one month.</summary>
    /// <returns><c>null</c> when nothing that can be added was observed, or the denominators add up to zero.</returns>
    public static IndicatorValue? Over(IndicatorKind kind, IEnumerable<Observation> observations)
    {
        decimal numerator = 0, denominator = 0;
        var any = false;
        foreach (var observation in observations.Where(o => CanBeAdded(kind, o)))
        {
            any = true;
            numerator += observation.Numerator!.Value;
            denominator += observation.Denominator ?? 0;
        }

        return Of(kind, any ? numerator : null, denominator);
    }

    /// <summary>The value of sums that a query has already made over observations that <see cref="CanBeAdded"/>.</summary>
    /// <param name="numerator"><c>null</c> when there was nothing to add.</param>
    public static IndicatorValue? Of(IndicatorKind kind, decimal? numerator, decimal? denominator) => (kind, numerator, denominator) switch
    {
        (_, null, _) => null,
        (IndicatorKind.Count, { } count, _) => new IndicatorValue(count, null),
        (_, { } part, { } whole) when whole != 0 => new IndicatorValue(part, whole),
        _ => null,
    };

    /// <summary>The value over several months, given each month's value in time order.</summary>
    public static IndicatorValue? OverMonths(Indicator indicator, IEnumerable<IndicatorValue?> months)
    {
        var observed = months.OfType<IndicatorValue>().ToList();
        if (observed.Count == 0)
        {
            return null;
        }

        return indicator.Accumulation == Accumulation.Flow
            ? Of(indicator.Kind, observed.Sum(v => v.Numerator), observed.Sum(v => v.Denominator ?? 0))
            : observed[^1];
    }

    /// <summary>A percentage needs both counts; a reported percentage alone cannot be added.</summary>
    public static bool CanBeAdded(IndicatorKind kind, Observation observation) =>
        observation.Numerator is not null && (kind == IndicatorKind.Count || observation.Denominator is not null);
}
