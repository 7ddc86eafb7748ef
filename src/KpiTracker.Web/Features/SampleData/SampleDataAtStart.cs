using KpiTracker.Data;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// In Development loads the sample data in the background, the accounts first: when nothing is in the database yet, or when an earlier loading was interrupted
/// or a new month has closed since. <c>SampleData:Load</c> says otherwise either way.
/// </summary>
internal sealed class SampleDataAtStart(IServiceProvider services, IHostEnvironment environment, IConfiguration configuration, ILogger<SampleDataAtStart> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("SampleData:Load", environment.IsDevelopment()) || !await IsWantedAsync(stoppingToken))
        {
            return;
        }

        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SampleAccounts>().EnsureAsync(stoppingToken);
            await services.GetRequiredService<SampleDataLoader>().LoadAsync(SampleSlice.Everything, stoppingToken);
            log.LogInformation("Sample data complete");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Sample data interrupted; the next start goes on from here");
        }
        catch (Exception e)
        {
            // The site works without sample data: it goes on, and the sign-in page says that the loading failed.
            log.LogError(e, "Sample data could not be loaded");
        }
    }

    private async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        if (SampleDataChoice.IsDeclined(services.GetRequiredService<DataDirectory>()))
        {
            return false;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(a => a.IsSample, cancellationToken)
            || (!await db.Users.AnyAsync(cancellationToken) && !await db.Workbooks.AnyAsync(cancellationToken));
    }
}
