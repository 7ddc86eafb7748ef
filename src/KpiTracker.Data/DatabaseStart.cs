using KpiTracker.Data.Registers;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data;

/// <summary>Brings the data folder and its database to the state this program needs. Run once, before anything else asks the database.</summary>
public sealed class DatabaseStart
{
    private readonly DataDirectory _directory;
    private readonly IDbContextFactory<KpiTrackerDbContext> _dbFactory;
    private readonly Registers.Registers _registers;

    internal DatabaseStart(DataDirectory directory, IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers.Registers registers)
    {
        _directory = directory;
        _dbFactory = dbFactory;
        _registers = registers;
    }

    /// <summary>Makes the folders, migrates, and takes the shipped registers over when they have changed.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        _directory.Create();
        await using (var db = await _dbFactory.CreateDbContextAsync(cancellationToken))
        {
            // Readers never wait for the writer; kept in the file, so set once.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await new RegisterImport(_dbFactory).RunAsync(ReferenceFiles.ShippedFolder, cancellationToken);
        _registers.Forget();
    }
}
