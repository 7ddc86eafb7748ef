using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>A unit that reports can be consolidated for, with the wards that make it up.</summary>
public sealed record UnitGroup(OrganisationUnit Unit, IReadOnlyList<OrganisationUnit> Wards);

/// <summary>What someone above the wards may choose from.</summary>
internal static class UnitGroups
{
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
