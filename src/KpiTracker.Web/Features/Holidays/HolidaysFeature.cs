using System.Globalization;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Holidays;

internal static class HolidaysFeature
{
    public const string Page = "/admin/holidays";

    public static IServiceCollection AddHolidays(this IServiceCollection services) => services.AddSingleton<HolidayAdministration>();

    public static void MapHolidays(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Page, AddAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapPost(Page + "/remove", RemoveAsync).RequireAuthorization(Policies.Administer);
    }

    public static string Link(int year) => string.Create(CultureInfo.InvariantCulture, $"{Page}?year={year}");

    private static async Task<IResult> AddAsync([FromForm] IFormCollection form, HolidayAdministration holidays, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var asked = new AskedHolidays(form["from"], form["to"], form["name"]);
        var outcome = await holidays.AddAsync(asked, await officers.GetAsync(cancellationToken), cancellationToken);
        var year = asked.Read() is var (days, _) ? days[0].Year.ToString(CultureInfo.InvariantCulture) : form["year"].ToString();
        return Results.LocalRedirect(QueryHelpers.AddQueryString(Page, new Dictionary<string, string?>
        {
            ["year"] = year,
            ["outcome"] = outcome.ToString(),
            ["from"] = outcome == HolidayOutcome.Invalid ? asked.From : null,
            ["to"] = outcome == HolidayOutcome.Invalid ? asked.To : null,
            ["name"] = outcome == HolidayOutcome.Invalid ? asked.Name : null,
        }.Where(pair => pair.Value is not null)));
    }

    private static async Task<IResult> RemoveAsync([FromForm] string? day, [FromForm] string? year, HolidayAdministration holidays, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var outcome = await holidays.RemoveAsync(day, await officers.GetAsync(cancellationToken), cancellationToken);
        return Results.LocalRedirect(QueryHelpers.AddQueryString(Page, new Dictionary<string, string?> { ["year"] = year, ["outcome"] = outcome.ToString() }));
    }
}
