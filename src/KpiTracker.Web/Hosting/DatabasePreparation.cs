using KpiTracker.Data;

namespace KpiTracker.Web.Hosting;

/// <summary>Before the first request is answered: the data folder, the schema, the registers.</summary>
internal sealed class DatabasePreparation(DatabaseStart database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.PrepareAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
