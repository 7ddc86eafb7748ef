using KpiTracker.Data;
using KpiTracker.Data.Backups;
using KpiTracker.Web.Features.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Hosting;

/// <summary>
/// Says whether the process serves, and whether all that it needs is in order: for a load balancer, for monitoring, and for scripts that wait
/// for the start. Words only: nothing about people, units or folders.
/// </summary>
internal static class Health
{
    /// <summary>Room for uploads, the log of the database and the next backup.</summary>
    private const long LeastFreeBytes = 500L * 1024 * 1024;

    /// <summary>A day and a half: one scheduled backup may have failed, the next must not.</summary>
    private static readonly TimeSpan BackupIsOld = TimeSpan.FromHours(36);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", () => Results.Text("ok")).AllowAnonymous().DisableHttpMetrics();
        endpoints.MapGet("/health/ready", ReadyAsync).AllowAnonymous().DisableHttpMetrics();
    }

    /// <summary>503 when reports cannot be taken in now; a backup that is overdue is told, and keeps nobody from working.</summary>
    private static async Task<IResult> ReadyAsync(
        IDbContextFactory<KpiTrackerDbContext> dbFactory, DataDirectory directory, Backups backups, BackupState state, BackupSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var database = await AnswersAsync(dbFactory, cancellationToken) ? "ok" : "unavailable";
        var disk = new DriveInfo(directory.Root).AvailableFreeSpace >= LeastFreeBytes ? "ok" : "full";
        var isServing = database == "ok" && disk == "ok";
        return Results.Json(
            new { status = isServing ? "ok" : "unavailable", database, disk, backup = BackupWord(backups.List(), state.Last, settings, time.GetUtcNow()) },
            statusCode: isServing ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    internal static string BackupWord(IReadOnlyList<BackupFile> files, BackupAttempt? last, BackupSettings settings, DateTimeOffset now) =>
        last is { Problem: not null } ? "failed"
        : settings.At is null ? "not scheduled"
        : files.Count == 0 ? "none yet"
        : now - files[0].MadeAt > BackupIsOld ? "overdue"
        : "ok";

    private static async Task<bool> AnswersAsync(IDbContextFactory<KpiTrackerDbContext> dbFactory, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
            await db.Users.Select(u => u.Id).FirstOrDefaultAsync(cancellationToken);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
