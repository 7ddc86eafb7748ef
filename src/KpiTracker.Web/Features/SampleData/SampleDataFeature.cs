using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.SampleData;

internal static class SampleDataFeature
{
    public const string Page = "/admin/sample-data";

    /// <summary>To be added after whatever prepares the database: at start it asks the database at once.</summary>
    public static IServiceCollection AddSampleData(this IServiceCollection services) => services
        .AddSingleton<SampleDataProgress>()
        .AddSingleton<SampleDataState>()
        .AddSingleton<SampleReports>()
        .AddSingleton<SampleIntake>()
        .AddSingleton<SampleReviews>()
        .AddSingleton<SampleDataLoader>()
        .AddSingleton<SampleDataRun>()
        .AddSingleton<SampleDataRemoval>()
        .AddScoped<SampleAccounts>()
        .AddHostedService<SampleDataAtStart>();

    public static void MapSampleData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Page + "/load", LoadAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapPost(Page + "/remove", RemoveAsync).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> LoadAsync([FromForm] IFormCollection form, SampleDataRun run, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        run.Start(await officers.GetAsync(cancellationToken));
        return Results.LocalRedirect(Page);
    }

    private static async Task<IResult> RemoveAsync([FromForm] IFormCollection form, SampleDataRemoval removal, SampleDataProgress progress, CancellationToken cancellationToken)
    {
        if (progress.Now.Stage == SampleDataStage.Loading || form["sure"] != "true")
        {
            return Results.LocalRedirect(Page + "?sure=missing");
        }

        await removal.RunAsync(cancellationToken);
        progress.Forget();
        return Results.LocalRedirect(Page + "?removed=true");
    }
}
