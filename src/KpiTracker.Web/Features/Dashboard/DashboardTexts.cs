namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Names the dashboard's texts: <c>DashboardTexts.resx</c> (Vietnamese) and <c>DashboardTexts.en.resx</c>.</summary>
internal sealed class DashboardTexts;
