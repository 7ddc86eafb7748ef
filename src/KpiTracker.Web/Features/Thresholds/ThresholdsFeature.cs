using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.Thresholds;

internal static class ThresholdsFeature
{
    public const string Page = "/admin/thresholds";

    public static IServiceCollection AddThresholds(this IServiceCollection services) => services.AddSingleton<ThresholdRegister>();

    public static void MapThresholds(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Page, SetAsync).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> SetAsync([FromForm] IFormCollection form, ThresholdRegister register, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var (onTrack, atRisk) = (form["onTrack"].ToString(), form["atRisk"].ToString());
        var outcome = await register.SetAsync(onTrack, atRisk, await officers.GetAsync(cancellationToken), cancellationToken);
        return Results.LocalRedirect(outcome == ThresholdOutcome.Invalid
            ? $"{Page}?outcome={outcome}&onTrack={Uri.EscapeDataString(onTrack)}&atRisk={Uri.EscapeDataString(atRisk)}"
            : $"{Page}?outcome={outcome}");
    }
}
