using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Where a unit stands with one indicator in one month: what a bullet bar shows.</summary>
/// <param name="Value"><c>null</c> is no data.</param>
/// <param name="Measure">What was held against the target: usually the value's own, of a flow that of all months so far; without a target the month's own; for a target of each ward, how many of the wards that have a figure reach it.</param>
/// <param name="Goal">What <paramref name="Measure"/> has to reach: the target's value; for a target of each ward, the number of wards that have a figure.</param>
/// <param name="ExpectedToDate">Where the straight path from baseline to target stands at the period's end; <c>null</c> without target, deadline or baseline.</param>
/// <param name="Baseline">As the source gives it, else the first month with a value; <c>null</c> when neither is known by the period.</param>
/// <param name="Since">The month against the month before, over the same wards; <c>null</c> when they cannot be compared.</param>
/// <param name="WhyIncomparable">The reason; <c>null</c> where <paramref name="Since"/> is given.</param>
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
    MonthComparison? Since,
    Incomparable? WhyIncomparable,
    ProgressStatus Status)
{
    /// <summary>Percentage points, or the count's difference, against the month before; <c>null</c> when they cannot be compared.</summary>
    public decimal? Change => Since?.Change;

    /// <summary>How the same figures stand against the parent's target beside the unit's own; <c>null</c> when none stands there.</summary>
    public ProgressStatus? ParentStatus { get; init; }

    /// <summary>The target asks something of every single ward ("at least one in each").</summary>
    public bool IsOfEachWard => Target?.Target.Measure == TargetMeasure.CountInEachWard;

    /// <summary>Under a target of each ward, how many wards have no figure yet: they neither reach it nor fail it.</summary>
    public int WardsWithout => IsOfEachWard && Goal is { } judged ? Math.Max(0, Coverage.Expected - (int)judged) : 0;

    /// <summary>There is a figure, and not every ward stands behind it: it and its status may still change.</summary>
    public bool IsProvisional => Value is not null && !Coverage.IsComplete;
}
