using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Indicators;

public enum Comparator
{
    /// <summary>trên, hơn: 95,0% does not meet "&gt; 95".</summary>
    MoreThan,

    /// <summary>ít nhất, tối thiểu; also a bare number, with <see cref="Target.ComparatorStated"/> false.</summary>
    AtLeast,

    /// <summary>đúng bằng, when the source says so in words.</summary>
    Exactly,
}

public enum TargetMeasure
{
    Percent,
    Count,

    /// <summary>A count that every single ward must reach ("at least one in each ward").</summary>
    CountInEachWard,
}

public enum DeadlinePrecision
{
    None,
    Day,
    Month,

    /// <summary>"đến năm 2026": judged on 31 December.</summary>
    Year,
}

/// <summary>Where a source says that a target sets out from.</summary>
/// <param name="Period">The measure is as at the end of this month.</param>
/// <param name="Measure">0–100 for a percentage, else a count.</param>
public readonly record struct GivenBaseline(ReportingPeriod Period, decimal Measure);

/// <summary>What a unit has to reach, as the source writes it.</summary>
/// <param name="Value">0–100 for a percentage, else a count.</param>
/// <param name="ComparatorStated"><c>false</c>: the source gives a bare number, judged as "at least" and said so.</param>
/// <param name="Deadline">Last day on which it can be met; <c>null</c> is never overdue.</param>
public sealed record Target(
    UnitKey Unit,
    string IndicatorCode,
    Comparator Comparator,
    bool ComparatorStated,
    decimal Value,
    TargetMeasure Measure,
    DateOnly? Deadline,
    DeadlinePrecision Precision,
    string Source,
    string Quote)
{
    /// <summary><c>null</c>: the source names none, and the first figure on record serves.</summary>
    public GivenBaseline? Baseline { get; init; }

    /// <param name="measure">The unrounded percentage (0–100) or count; never a rounded figure.</param>
    public bool IsMetBy(decimal measure) => Comparator switch
    {
        Comparator.MoreThan => measure > Value,
        Comparator.AtLeast => measure >= Value,
        _ => measure == Value,
    };

    /// <summary>
    /// The fewest people (or things) that satisfy the comparator, counted whole: more than 85 % of 16.000 is 13.601, at least 85 % is 13.600.
    /// </summary>
    /// <param name="denominator">The whole that a percentage is of; a count needs none.</param>
    /// <returns><c>null</c> for a percentage without a whole, for a target of each ward, and where no whole number is exactly the value.</returns>
    public decimal? FewestThatMeet(decimal? denominator)
    {
        decimal? boundary = Measure switch
        {
            TargetMeasure.Percent => Value * denominator / 100m,
            TargetMeasure.Count => Value,
            _ => null,
        };
        return (boundary, Comparator) switch
        {
            (null, _) => null,
            ({ } value, Comparator.MoreThan) => decimal.Floor(value) + 1,
            ({ } value, Comparator.AtLeast) => decimal.Ceiling(value),
            ({ } value, _) => decimal.IsInteger(value) ? value : null,
        };
    }

    /// <summary>
    /// Stricter is what asks more and forgives nothing: whatever meets this target in time also meets the other in time, and not the other way
    /// round. So a higher value, at the same value "more than" before "at least", and an earlier deadline (none is the latest) are stricter;
    /// where the value and the deadline disagree neither target is. Only targets of one indicator and one measure are compared.
    /// </summary>
    public bool IsStricterThan(Target other) => Implies(other) && !other.Implies(this);

    private bool Implies(Target other) =>
        IndicatorCode == other.IndicatorCode
        && Measure == other.Measure
        && (Deadline ?? DateOnly.MaxValue) <= (other.Deadline ?? DateOnly.MaxValue)
        && (Comparator, other.Comparator) switch
        {
            (Comparator.Exactly, _) => other.IsMetBy(Value),
            (_, Comparator.Exactly) => false,
            (Comparator.AtLeast, Comparator.MoreThan) => Value > other.Value,
            _ => Value >= other.Value,
        };
}
