using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Progress;

/// <summary>Which target a unit is judged by in a month, and what stands beside it.</summary>
/// <param name="Target">The step judged: the next one due; the last one when all are past; the highest when none has a deadline.</param>
/// <param name="Owner">Whose target it is: the unit's own (also through the district it continues), or that of a unit above.</param>
/// <param name="Steps">All steps of the plan in the order they fall due, undated first; two milestones are two steps.</param>
/// <param name="ParentTarget">The nearest target of a unit above the owner, shown beside the one judged; <c>null</c> when there is none.</param>
public sealed record TargetChoice(Target Target, OrganisationUnit Owner, bool IsInherited, IReadOnlyList<Target> Steps, Target? ParentTarget)
{
    /// <summary>What the same unit was also given for the day of one of the steps, and asks less: shown, not judged. Usually empty.</summary>
    public IReadOnlyList<Target> Overruled { get; init; } = [];

    /// <summary>The unit's own target does not release it from the one above: both are shown, and this one is named as the stricter.</summary>
    public bool IsParentStricter => ParentTarget?.IsStricterThan(Target) ?? false;
}
