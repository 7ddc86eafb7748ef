using KpiTracker.Data.Accounts;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Integrity;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KpiTracker.Data;

public static class DataServices
{
    /// <summary>The database of one data folder: a context factory, the registers, the accounts, and what prepares them.</summary>
    public static IServiceCollection AddKpiTrackerData(this IServiceCollection services, DataDirectory directory)
    {
        services.AddSingleton(directory);
        services.AddPooledDbContextFactory<KpiTrackerDbContext>(options => Configure(options, ConnectionTo(directory)));
        // Identity's stores ask for a context of their own scope.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContext());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Registers.Registers>();
        services.AddSingleton<DatabaseWriter>();
        services.TryAddSingleton<IAuditOrigins, ProgramItself>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IntegrityInspection>();
        services.AddSingleton<WorkbookFiles>();
        services.TryAddSingleton(new BackupSettings());
        services.AddSingleton<Backups.Backups>();
        services.AddSingleton(provider => new DatabaseStart(
            directory,
            provider.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>(),
            provider.GetRequiredService<Registers.Registers>(),
            ActivatorUtilities.CreateInstance<LeftoverSweep>(provider),
            provider.GetRequiredService<Backups.Backups>(),
            provider.GetRequiredService<AuditTrail>()));
        return services.AddAccounts();
    }

    /// <summary>Identity's core without its cookies and without its lock after wrong passwords, with which anyone could lock anyone out: whoever guesses waits at the sign-in.</summary>
    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Officers>();
        services.AddSingleton<EndedSessions>();
        services.AddScoped<Accounts.Accounts>();
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = PasswordRule.MinimumLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddPasswordValidator<PasswordRuleValidator>()
            .AddUserStore<AccountStore>();
        return services;
    }

    // A list is one parameter, whatever its length: the SQL is written once, and not anew for each call.
    internal static void Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new SafeConnections());

    internal static string ConnectionTo(DataDirectory directory) => new SqliteConnectionStringBuilder
    {
        DataSource = directory.DatabaseFile,
        ForeignKeys = true,
    }.ConnectionString;
}
