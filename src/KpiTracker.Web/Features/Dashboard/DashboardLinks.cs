using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>The addresses of the dashboard: an address is a view, so everything that is chosen stands in it.</summary>
internal static class DashboardLinks
{
    public static string Unit(string code, ReportingPeriod period, DashboardView? view = null) =>
        $"/units/{Uri.EscapeDataString(code)}?period={period}{Option("indicator", view?.Indicator)}{Option("sort", view?.Sort)}{Option("group", view?.Group)}{Option("status", view?.Status)}";

    /// <summary>The address of what is shown in place of a month to come, which it still names.</summary>
    public static string InsteadOf(ReportingPeriod later, string shown) => $"{shown}&later={later}";

    public static string Unit(OrganisationUnit unit, ReportingPeriod period) => Unit(unit.Code, period);

    public static string Indicator(string code, string indicator, ReportingPeriod period) =>
        $"/units/{Uri.EscapeDataString(code)}/indicators/{Uri.EscapeDataString(indicator)}?period={period}";

    /// <summary>The very cell of the workbook that a ward's figure was read from.</summary>
    public static string Cell(WardFigure figure) => Submission(figure.SubmissionId) + $"?cell={Uri.EscapeDataString(figure.Cell)}";

    public static string Submission(int id) => FormattableString.Invariant($"/submissions/{id}");

    public static string Summary(string code, ReportingPeriod period) => $"/summaries/{Uri.EscapeDataString(code)}?period={period}";

    private static string Option(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
