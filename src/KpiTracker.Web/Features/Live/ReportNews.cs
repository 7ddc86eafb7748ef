using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Live;

/// <summary>That a ward's report was put on record, or given back, a moment ago.</summary>
/// <param name="IsReturned">Given back: its figures count no longer. Otherwise it was sent.</param>
internal sealed record ReportNews(UnitKey Ward, ReportingPeriod Period, bool IsReturned);
