using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Indicators;

/// <summary>What one ward reported of one indicator for one month.</summary>
/// <param name="Numerator">People (or things) that count; <c>null</c> when not reported, never zero instead.</param>
/// <param name="Denominator">The whole; <c>null</c> for a count and when not reported.</param>
/// <param name="ReportedPercent">0–100, only when the ward sent a percentage without counts: shown, never added ("không cộng được").</param>
public sealed record Observation(
    UnitKey Unit,
    string IndicatorCode,
    ReportingPeriod Period,
    decimal? Numerator,
    decimal? Denominator,
    decimal? ReportedPercent = null);
