using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Documents.Reading;

/// <summary>What a workbook is read as: names are resolved at <paramref name="Period"/>, within <paramref name="Unit"/>.</summary>
/// <param name="Unit">The unit for which it is sent: a ward, or a district or area for a consolidated workbook.</param>
public sealed record ReadingContext(
    OrganisationTree Units,
    IReadOnlyList<Indicator> Indicators,
    OrganisationUnit Unit,
    ReportingPeriod Period);
