using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.Presentation;

internal static class PresentationFeature
{
    public static IServiceCollection AddPresentation(this IServiceCollection services) => services
        .AddSingleton<SnapshotKeeping>()
        .AddSingleton<DeckComposer>();

    public static void MapPresentation(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/units/{code}/present", FreezeAsync).RequireAuthorization(Policies.SeeProgress);

    public static string Link(string code, ReportingPeriod period, int slide = 1) =>
        $"/units/{Uri.EscapeDataString(code)}/present?period={period}{(slide == 1 ? "" : FormattableString.Invariant($"&slide={slide}"))}";

    /// <summary>Freezes what the unit's page shows now, rights asked anew.</summary>
    private static async Task<IResult> FreezeAsync(
        string code,
        [FromForm] IFormCollection form,
        DashboardQuery dashboard,
        DeckComposer composer,
        SnapshotKeeping snapshots,
        CurrentOfficer officers,
        CancellationToken cancellationToken)
    {
        var answer = await dashboard.AskAsync(code, form["period"].ToString() is { Length: > 0 } period ? period : null, cancellationToken: cancellationToken);
        if (answer is not DashboardAnswer.Found { Progress: var progress })
        {
            return answer is DashboardAnswer.NotYours ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.NotFound();
        }

        var id = await snapshots.FreezeAsync(progress, composer.InEveryLanguage(progress), await officers.GetAsync(cancellationToken), cancellationToken);
        return Results.LocalRedirect($"/snapshots/{id}");
    }
}
