using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>A month from which a unit is made of other wards than in the month before.</summary>
/// <param name="From">The first month of the new wards.</param>
/// <param name="IsCarried">
/// All that the old wards held went into the new ones and nothing else did: counts and rates of the whole go on. Otherwise people came or went
/// with the change, and no pace, change or forecast may cross it.
/// </param>
/// <param name="IsOfAll">Not one ward went on: every level begins anew, so all of them set out from the same month.</param>
public readonly record struct TerritoryChange(ReportingPeriod From, bool IsCarried, bool IsOfAll);
