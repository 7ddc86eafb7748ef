using KpiTracker.Data.Backups;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.Backups;

internal static class BackupsFeature
{
    /// <summary>Set under <c>Backup</c>: <c>At</c> (empty for none), <c>Keep</c>, <c>CopyTo</c>.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Backup");
        var settings = new BackupSettings();
        section.Bind(settings);
        if (section["At"] is { Length: 0 })
        {
            settings.At = null;
        }

        return services.AddSingleton(settings).AddSingleton<BackupState>().AddSingleton<BackupRun>().AddHostedService<ScheduledBackups>();
    }

    public static void MapBackups(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/admin/backups", MakeAsync).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> MakeAsync([FromForm] IFormCollection form, BackupRun run, CancellationToken cancellationToken) =>
        Results.LocalRedirect(await run.RunAsync(BackupReason.OnDemand, cancellationToken) ? "/admin/backups?made=true" : "/admin/backups?made=false");
}
