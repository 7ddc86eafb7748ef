using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>
/// Which target a unit is judged by: its own, also one given to the district that it continues; else that of the nearest unit above.
/// A count is nobody's but the unit's it was given to ("4 communes" of a district is not 4 for each of its wards); a percentage, and a
/// count for each ward, hold below as well. Of two targets that one unit was given for one day the stricter is judged and the other shown;
/// a unit's own target, or the one it inherits, is judged whatever a unit farther up asks, and that target stands beside it, named as the stricter where it is.
/// </summary>
public sealed class TargetPlan(IReadOnlyList<Target> targets, OrganisationTree units)
{
    private readonly ILookup<(string Indicator, UnitKey Series), Target> _targets = targets.ToLookup(t => (t.IndicatorCode, units.FirstOfSeries(t.Unit)));

    /// <returns><c>null</c> when neither the unit nor any unit above has a target for the indicator.</returns>
    public TargetChoice? For(UnitKey unit, string indicatorCode, ReportingPeriod period)
    {
        var own = StepsOf(unit, indicatorCode);
        var given = units.AncestorsOf(unit)
            .Select(above => StepsOf(above.Key, indicatorCode).Where(HoldsBelow).ToList())
            .Prepend(own)
            .Where(steps => steps.Count > 0)
            .Take(2)
            .ToList();
        return given is [var judged, .. var above]
            ? Choice(judged, isInherited: own.Count == 0, period, above is [var steps] ? Judged(steps, period) : null)
            : null;
    }

    private static bool HoldsBelow(Target target) => target.Measure != TargetMeasure.Count;

    /// <summary>The next step due; the last one when all are past; the highest when none has a deadline.</summary>
    private static Target Judged(IReadOnlyList<Target> given, ReportingPeriod period)
    {
        var steps = given.Where(step => !given.Any(other => Overrules(other, step))).ToList();
        return steps.FirstOrDefault(s => s.Deadline >= period.LastDay)
            ?? steps.LastOrDefault(s => s.Deadline is not null)
            ?? steps[^1];
    }

    /// <summary>Two values for one day are no milestones; without a day they are, the lower one first.</summary>
    private static bool Overrules(Target one, Target other) => one.Deadline is not null && one.Deadline == other.Deadline && one.IsStricterThan(other);

    private TargetChoice Choice(IReadOnlyList<Target> steps, bool isInherited, ReportingPeriod period, Target? parentTarget)
    {
        var judged = Judged(steps, period);
        var overruled = steps.Where(step => steps.Any(other => Overrules(other, step))).ToList();
        var owner = units.Find(judged.Unit) ?? throw new InvalidOperationException($"The target's unit {judged.Unit} is not in the register.");
        return new TargetChoice(judged, owner, isInherited, [.. steps.Except(overruled)], parentTarget) { Overruled = overruled };
    }

    /// <summary>Undated steps first, lowest first; then in the order they fall due.</summary>
    private List<Target> StepsOf(UnitKey unit, string indicatorCode) =>
    [
        .. _targets[(indicatorCode, units.FirstOfSeries(unit))]
            .OrderBy(t => t.Deadline ?? DateOnly.MinValue)
            .ThenBy(t => t.Value),
    ];
}
