using KpiTracker.Data;
using KpiTracker.Data.Storage;

namespace KpiTracker.Web.Hosting;

/// <summary>Before the first request is answered: the data folder, the schema, the registers. While the site runs, the folder says so.</summary>
internal sealed class DatabasePreparation(DatabaseStart database, DataDirectory directory) : IHostedService, IDisposable
{
    private FolderHold? _hold;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        directory.Create();
        _hold = FolderHold.Share(directory);
        await database.PrepareAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _hold?.Dispose();
}
