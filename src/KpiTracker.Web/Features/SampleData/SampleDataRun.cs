using KpiTracker.Data;
using KpiTracker.Data.Record;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>Loads the sample data in the background because an administrator asked for it, without the accounts that one tries the program with: those are for Development.</summary>
internal sealed class SampleDataRun(SampleDataLoader loader, SampleDataProgress progress, DataDirectory directory, IHostApplicationLifetime lifetime, ILogger<SampleDataRun> log)
{
    private int _isRunning;

    /// <summary>Starts the loading, unless one is under way; what was taken in before is not taken in again.</summary>
    /// <param name="by">Who asked for it; <c>null</c> while the site is being set up.</param>
    public void Start(AuditPerson? by = null)
    {
        if (progress.Now.Stage == SampleDataStage.Loading || Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            return;
        }

        SampleDataChoice.Accept(directory);
        progress.Begin(0, 0);
        _ = Task.Run(() => LoadAsync(by));
    }

    private async Task LoadAsync(AuditPerson? by)
    {
        try
        {
            await loader.LoadAsync(SampleSlice.Everything, lifetime.ApplicationStopping, by);
            log.LogInformation("Sample data complete");
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("Sample data interrupted; asked for again, it goes on from here");
        }
        catch (Exception e)
        {
            log.LogError(e, "Sample data could not be loaded");
        }
        finally
        {
            Interlocked.Exchange(ref _isRunning, 0);
        }
    }
}
