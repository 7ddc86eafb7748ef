using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Documents.Templates;

/// <summary>What a ward's prefilled template holds.</summary>
/// <param name="Above">The unit printed over the ward's name; <c>null</c> prints none.</param>
public sealed record TemplateContent(
    OrganisationUnit Unit,
    OrganisationUnit? Above,
    ReportingPeriod Period,
    IReadOnlyList<TemplateLine> Lines);

/// <param name="LastDenominator">The whole that the ward last reported; <c>null</c> leaves the cell empty.</param>
public sealed record TemplateLine(Indicator Indicator, decimal? LastDenominator);
