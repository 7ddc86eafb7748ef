using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Web.Features.Compare;

/// <summary>What someone may choose from.</summary>
/// <param name="Months">Newest first.</param>
/// <param name="Top">The officer's own unit in the month; <c>null</c> when nothing continues it then.</param>
/// <param name="Groups">The units below with their wards; empty for a ward officer, who has nothing to compare the ward with.</param>
public sealed record CompareOffer(ReportingPeriod Period, IReadOnlyList<ReportingPeriod> Months, OrganisationUnit? Top, IReadOnlyList<UnitGroup> Groups);
