using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.Reminders;

internal static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services.AddSingleton<ReminderQuery>().AddSingleton<ReminderSending>();

    public static string Link(string code, ReportingPeriod period) => $"/units/{Uri.EscapeDataString(code)}/reminders?period={period}";

    public static void MapReminders(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/units/{code}/reminders", SendAsync).RequireAuthorization(Policies.ReturnReports);

    /// <summary>Where wards send their reports, as the sender's browser knows the site.</summary>
    public static string ReportsAddress(string baseAddress) => baseAddress.TrimEnd('/') + "/reports";

    private static async Task<IResult> SendAsync(
        string code, [FromForm] IFormCollection form, HttpContext context, ReminderSending sending, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var wards = form["ward"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var address = ReportsAddress($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}");
        if (!ReportingPeriod.TryParse(form["period"], out var period))
        {
            return Results.NotFound();
        }

        return await sending.SendAsync(code, period.ToString(), wards, address, await officers.GetAsync(cancellationToken), cancellationToken) is { } sent
            ? Results.LocalRedirect(FormattableString.Invariant($"{Link(code, period)}&written={sent.Written}&already={sent.AlreadyToday}"))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
