using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.OrganisationUnits;

/// <summary>What a unit is made of from a month on, until the next span.</summary>
/// <param name="Bearer">The unit that bears the series; <c>null</c> when none does.</param>
/// <param name="Wards">Of which it is made; of a ward itself.</param>
public sealed record UnitSpan(ReportingPeriod From, UnitKey? Bearer, IReadOnlySet<UnitKey> Wards);
