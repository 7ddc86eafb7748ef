using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Web.Features.Summaries;

internal static class SummaryLinks
{
    public static string Page(OrganisationUnit unit, ReportingPeriod period) => DashboardLinks.Summary(unit.Code, period);

    public static string Workbook(OrganisationUnit unit, ReportingPeriod period) => $"/summaries/{Uri.EscapeDataString(unit.Code)}/xlsx?period={period}";

    public static string Dashboard(OrganisationUnit unit, ReportingPeriod period) => DashboardLinks.Unit(unit, period);
}
