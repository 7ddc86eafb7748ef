using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data;

/// <summary>Brings the data folder and its database to the state this program needs. Run once, before anything else asks the database.</summary>
public sealed class DatabaseStart
{
    private readonly DataDirectory _directory;
    private readonly IDbContextFactory<KpiTrackerDbContext> _dbFactory;
    private readonly Registers.Registers _registers;
    private readonly LeftoverSweep _sweep;

    internal DatabaseStart(DataDirectory directory, IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers.Registers registers, LeftoverSweep sweep)
    {
        _directory = directory;
        _dbFactory = dbFactory;
        _registers = registers;
        _sweep = sweep;
    }

    /// <summary>Makes the folders, migrates, takes the shipped registers over when they have changed, and clears leftovers away.</summary>
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
        await _sweep.RunAsync(cancellationToken);
    }
}
