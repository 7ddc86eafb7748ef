using KpiTracker.Data.Backups;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
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
    private readonly Backups.Backups _backups;
    private readonly AuditTrail _audit;

    internal DatabaseStart(DataDirectory directory, IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers.Registers registers, LeftoverSweep sweep, Backups.Backups backups, AuditTrail audit)
    {
        _directory = directory;
        _dbFactory = dbFactory;
        _registers = registers;
        _sweep = sweep;
        _backups = backups;
        _audit = audit;
    }

    /// <summary>Makes the folders, migrates (after a backup, where there is something to lose), takes the shipped registers over when they have changed, and clears leftovers away.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        _directory.Create();
        PrivateFile.Ensure(_directory.DatabaseFile);
        PrivateFile.Close(_directory.DatabaseFile + "-wal");
        PrivateFile.Close(_directory.DatabaseFile + "-shm");
        MadeBackup? backup = null;
        await using (var db = await _dbFactory.CreateDbContextAsync(cancellationToken))
        {
            // Readers never wait for the writer; kept in the file, so set once.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            if (await IsOfAnEarlierVersionAsync(db, cancellationToken))
            {
                backup = await _backups.MakeAsync(BackupReason.Upgrade, cancellationToken);
            }

            await db.Database.MigrateAsync(cancellationToken);
        }

        await RestoreNote.RecordAsync(_directory, _audit, cancellationToken);
        if (backup is not null)
        {
            await _audit.RecordAsync(BackupEvents.Made(backup), cancellationToken);
        }

        await new RegisterImport(_dbFactory, _audit).RunAsync(ReferenceFiles.ShippedFolder, cancellationToken);
        _registers.Forget();
        await _sweep.RunAsync(cancellationToken);
    }

    private static async Task<bool> IsOfAnEarlierVersionAsync(KpiTrackerDbContext db, CancellationToken cancellationToken) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any() && (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
}
