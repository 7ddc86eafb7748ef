using KpiTracker.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Data;

public static class DataServices
{
    /// <summary>The database of one data folder: a context factory, the registers, and what prepares both.</summary>
    public static IServiceCollection AddKpiTrackerData(this IServiceCollection services, DataDirectory directory)
    {
        services.AddSingleton(directory);
        services.AddPooledDbContextFactory<KpiTrackerDbContext>(options => Configure(options, ConnectionTo(directory)));
        // Identity's stores ask for a context of their own scope.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContext());
        services.AddSingleton<Registers.Registers>();
        services.AddSingleton(provider => new DatabaseStart(
            directory,
            provider.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>(),
            provider.GetRequiredService<Registers.Registers>()));
        return services;
    }

    internal static void Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SafeConnections());

    private static string ConnectionTo(DataDirectory directory) => new SqliteConnectionStringBuilder
    {
        DataSource = directory.DatabaseFile,
        ForeignKeys = true,
    }.ConnectionString;
}
