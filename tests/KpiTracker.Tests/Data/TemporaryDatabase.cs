using KpiTracker.Data;
using KpiTracker.Data.Registers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data;

/// <summary>A data folder of its own with a prepared database, gone afterwards.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    // Prepared once a run, then copied: loading the registers anew for each test would take most of the suite's time.
    private static readonly Lazy<Task<byte[]>> Prepared = new(PrepareAsync);

    private TemporaryDatabase(ServiceProvider services, DataDirectory directory) => (Services, Directory) = (services, directory);

    public ServiceProvider Services { get; }

    public DataDirectory Directory { get; }

    public IDbContextFactory<KpiTrackerDbContext> Factory => Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>();

    /// <param name="more">Services that the test needs beside the database.</param>
    public static async Task<TemporaryDatabase> CreateAsync(Action<IServiceCollection>? more = null)
    {
        var database = Empty(more);
        database.Directory.Create();
        await File.WriteAllBytesAsync(database.Directory.DatabaseFile, await Prepared.Value);
        return database;
    }

    /// <summary>A folder that has never been prepared.</summary>
    public static TemporaryDatabase Empty(Action<IServiceCollection>? more = null)
    {
        var directory = new DataDirectory(Path.Combine(Path.GetTempPath(), "kpi-" + Path.GetRandomFileName()));
        var services = new ServiceCollection().AddLogging().AddKpiTrackerData(directory);
        more?.Invoke(services);
        return new TemporaryDatabase(services.BuildServiceProvider(), directory);
    }

    public async Task<RegisterSnapshot> RegistersAsync() => await Services.GetRequiredService<KpiTracker.Data.Registers.Registers>().CurrentAsync();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        CloseConnections();
        System.IO.Directory.Delete(Directory.Root, recursive: true);
    }

    private static async Task<byte[]> PrepareAsync()
    {
        await using var database = Empty();
        await database.Services.GetRequiredService<DatabaseStart>().PrepareAsync();
        // The last connection that closes writes the log back into the file.
        database.CloseConnections();
        return await File.ReadAllBytesAsync(database.Directory.DatabaseFile);
    }

    private void CloseConnections()
    {
        using var connection = new SqliteConnection(DataServices.ConnectionTo(Directory));
        SqliteConnection.ClearPool(connection);
    }
}
