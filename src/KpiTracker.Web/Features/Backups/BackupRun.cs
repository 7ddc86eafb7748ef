using KpiTracker.Data.Backups;
using KpiTracker.Data.Record;
using KpiTracker.Web.Features.Submissions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Backups;

/// <summary>Makes one backup and remembers how it ended. What goes wrong is told, never thrown: the site goes on.</summary>
internal sealed class BackupRun(Data.Backups.Backups backups, BackupState state, AuditTrail audit, TimeProvider time, ILogger<BackupRun> log)
{
    /// <returns>Whether the backup is whole and, where one is asked for, its copy too.</returns>
    public async Task<bool> RunAsync(BackupReason reason, CancellationToken cancellationToken)
    {
        string? problem;
        try
        {
            var made = await backups.MakeAsync(reason, cancellationToken);
            problem = made.CopyProblem ?? (made.Missing.Count > 0 ? string.Join(", ", made.Missing) : null);
            log.LogInformation("A backup was made");
            await audit.RecordAsync(BackupEvents.Made(made), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException or DbUpdateException)
        {
            problem = e.Message;
            log.LogError(e, "No backup could be made");
        }

        state.Last = new BackupAttempt(time.GetUtcNow().InVietnam(), problem);
        return problem is null;
    }
}
