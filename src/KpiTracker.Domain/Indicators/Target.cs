using KpiTracker.Domain.OrganisationUnits;

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
    /// <param name="measure">The unrounded percentage (0–100) or count; never a rounded figure.</param>
    public bool IsMetBy(decimal measure) => Comparator switch
    {
        Comparator.MoreThan => measure > Value,
        Comparator.AtLeast => measure >= Value,
        _ => measure == Value,
    };
}
