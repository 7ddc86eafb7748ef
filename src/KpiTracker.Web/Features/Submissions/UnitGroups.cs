using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>A unit that reports can be consolidated for, with the wards that make it up.</summary>
/// <param name="IsOffered">Whether the unit itself may be chosen too, not only its wards.</param>
public sealed record UnitGroup(OrganisationUnit Unit, IReadOnlyList<OrganisationUnit> Wards, bool IsOffered = true);

/// <summary>What someone above the wards may choose from.</summary>
internal static class UnitGroups
{
    /// <summary>The same of all scopes of an officer, each unit once.</summary>
    public static IReadOnlyList<UnitGroup> Within(OrganisationTree units, IReadOnlyList<UnitKey> scopes, ReportingPeriod period) =>
        [.. scopes.SelectMany(scope => Within(units, scope, period)).DistinctBy(g => g.Unit.Key)];

    /// <summary>A ward officer's own wards under the units they belong to; none when there is only one, and so nothing to choose.</summary>
    public static IReadOnlyList<UnitGroup> OfWards(OrganisationTree units, IReadOnlyList<UnitKey> wards) => wards.Count < 2
        ? []
        : [.. wards.Select(units.Find).OfType<OrganisationUnit>()
            .Where(w => w.Parent is not null)
            .GroupBy(w => w.Parent!.Value)
            .Select(g => new UnitGroup(units.Find(g.Key)!, [.. g], IsOffered: false))];

    /// <summary>The units of a scope that have wards directly below them in a month: the district itself, or all districts of a city.</summary>
    public static IReadOnlyList<UnitGroup> Within(OrganisationTree units, UnitKey scope, ReportingPeriod period)
    {
        if (units.ContinuationIn(scope, period) is not { } top)
        {
            return [];
        }

        var children = units.ChildrenOf(top.Key, period);
        return children.Any(c => c.IsWard)
            ? [new UnitGroup(top, [.. children.Where(c => c.IsWard)])]
            : [.. children.SelectMany(c => Within(units, c.Key, period))];
    }
}
