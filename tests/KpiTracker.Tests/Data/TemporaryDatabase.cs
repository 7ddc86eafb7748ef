using KpiTracker.Data;
using KpiTracker.Data.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data;

/// <summary>A data folder of its own with a prepared database, gone afterwards.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private TemporaryDatabase(ServiceProvider services, DataDirectory directory) => (Services, Directory) = (services, directory);

    public ServiceProvider Services { get; }

    public DataDirectory Directory { get; }

    public IDbContextFactory<KpiTrackerDbContext> Factory => Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>();

    /// <param name="more">Services that the test needs beside the database.</param>
    public static async Task<TemporaryDatabase> CreateAsync(Action<IServiceCollection>? more = null)
    {
        var directory = new DataDirectory(Path.Combine(Path.GetTempPath(), "kpi-" + Path.GetRandomFileName()));
        var services = new ServiceCollection().AddLogging().AddKpiTrackerData(directory);
        more?.Invoke(services);
        var database = new TemporaryDatabase(services.BuildServiceProvider(), directory);
        await database.Services.GetRequiredService<DatabaseStart>().PrepareAsync();
        return database;
    }

    public async Task<RegisterSnapshot> RegistersAsync() => await Services.GetRequiredService<KpiTracker.Data.Registers.Registers>().CurrentAsync();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory.Root, recursive: true);
    }
}
