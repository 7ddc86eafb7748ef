namespace KpiTracker.Domain.Submissions;

/// <summary>What a label that no register knows is taken for.</summary>
public enum LabelUse
{
    /// <summary>An indicator's name.</summary>
    Indicator,

    Numerator,
    Denominator,
    Percent,

    /// <summary>Nothing of the report: its figures are left out.</summary>
    Ignored,
}

/// <summary>What a person said that a label in a unit's workbooks means; remembered for the unit's next file.</summary>
/// <param name="Key">The label folded (lower case, without marks), as <see cref="MappableLabel.Key"/>.</param>
/// <param name="IndicatorCode">Only for <see cref="LabelUse.Indicator"/>.</param>
public sealed record LabelMapping(string Key, LabelUse Use, string? IndicatorCode);
