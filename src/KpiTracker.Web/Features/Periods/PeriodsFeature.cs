using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Periods;

internal static class PeriodsFeature
{
    public const string Page = "/admin/periods";

    public static IServiceCollection AddPeriods(this IServiceCollection services) => services.AddSingleton<PeriodRules>();

    public static void MapPeriods(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Page, SetAsync).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> SetAsync([FromForm] IFormCollection form, PeriodRules rules, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var asked = new AskedPeriodRule(form["from"], form["closingDay"], form["workingDays"]);
        var begins = form["begins"] == "true";
        var outcome = await rules.SetAsync(asked, begins, await officers.GetAsync(cancellationToken), cancellationToken);
        return Results.LocalRedirect(outcome is PeriodRuleOutcome.Set or PeriodRuleOutcome.Unchanged
            ? $"{Page}?outcome={outcome}"
            : QueryHelpers.AddQueryString(Page, new Dictionary<string, string?>
            {
                ["outcome"] = outcome.ToString(),
                ["from"] = asked.From,
                ["closingDay"] = asked.ClosingDay,
                ["workingDays"] = asked.WorkingDays,
                ["begins"] = begins ? "true" : "false",
            }));
    }
}
