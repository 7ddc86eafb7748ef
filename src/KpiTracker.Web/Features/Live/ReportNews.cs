using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Live;

/// <summary>What happened to a ward's report a moment ago.</summary>
internal sealed record ReportNews(UnitKey Ward, ReportingPeriod Period, ReviewAction What);
