using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Where a unit stands with one indicator in one month: what a bullet bar shows.</summary>
/// <param name="Value"><c>null</c> is no data.</param>
/// <param name="Measure">What was held against the target: usually the value's own; for a target of each ward, the number of wards that reach it.</param>
/// <param name="Goal">What <paramref name="Measure"/> has to reach: the target's value; for a target of each ward, the number of wards.</param>
/// <param name="ExpectedToDate">Where the straight path from baseline to target stands at the period's end; <c>null</c> without target, deadline or baseline.</param>
/// <param name="Baseline">As the source gives it, else the first month with a value; <c>null</c> when neither is known by the period.</param>
/// <param name="Change">Percentage points, or the count's difference, against the month before; <c>null</c> when either is missing or they are not comparable.</param>
/// <param name="IncomparableTo">The coverage of the month before, where it alone keeps the two from being compared; otherwise <c>null</c>.</param>
public sealed record IndicatorProgress(
    Indicator Indicator,
    OrganisationUnit Unit,
    ReportingPeriod Period,
    IndicatorValue? Value,
    Coverage Coverage,
    TargetChoice? Target,
    decimal? Measure,
    decimal? Goal,
    decimal? ExpectedToDate,
    Baseline? Baseline,
    decimal? Change,
    Coverage? IncomparableTo,
    ProgressStatus Status)
{
    /// <summary>How the same figures stand against the parent's target beside the unit's own; <c>null</c> when none stands there.</summary>
    public ProgressStatus? ParentStatus { get; init; }

    /// <summary>The target asks something of every single ward ("at least one in each").</summary>
    public bool IsOfEachWard => Target?.Target.Measure == TargetMeasure.CountInEachWard;

    /// <summary>There is a figure, and not every ward stands behind it: it and its status may still change.</summary>
    public bool IsProvisional => Value is not null && !Coverage.IsComplete;
}
