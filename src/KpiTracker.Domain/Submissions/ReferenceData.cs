using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Submissions;

/// <summary>What a report is held against.</summary>
/// <param name="Unit">The unit for which it is sent: a ward, or a district or area for a consolidated workbook.</param>
/// <param name="Previous">What was last accepted for the wards of <paramref name="Unit"/> in earlier months, newest first; empty when nothing was.</param>
public sealed record ReferenceData(
    OrganisationTree Units,
    IReadOnlyList<Indicator> Indicators,
    OrganisationUnit Unit,
    ReportingPeriod Period,
    IReadOnlyList<Observation> Previous)
{
    public Indicator Indicator(string code) => Indicators.First(i => i.Code == code);
}
