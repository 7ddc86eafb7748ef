using KpiTracker.Data;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Record;
using KpiTracker.Domain.Figures;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.CommandLine;

/// <summary>Makes a backup, and puts one back. Neither touches the schema.</summary>
internal sealed class BackupCommands(Backups backups, DataDirectory directory, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    public async Task<int> BackupAsync(CommandConsole console)
    {
        if (!File.Exists(directory.DatabaseFile))
        {
            console.Complain("Backup.NoDatabase", directory.Root);
            return ExitCodes.NotDone;
        }

        var made = await backups.MakeAsync(BackupReason.OnDemand, CancellationToken.None);
        await RecordAsync(made);
        console.Print("Backup.Made", made.File.Path, FigureText.Count(made.File.Size));
        Name(made.Missing, console);
        if (made.CopyProblem is { } problem)
        {
            console.Complain("Backup.NotCopied", problem);
        }

        return made is { Missing.Count: 0, CopyProblem: null } ? ExitCodes.Done : ExitCodes.NotDone;
    }

    public async Task<int> RestoreAsync(CommandRequest.Restore request, CommandConsole console)
    {
        switch (await BackupRestore.RunAsync(request.File, directory, request.MayReplace, time, CancellationToken.None))
        {
            case BackupRestored.Done done:
                console.Print("Restore.Done", FigureText.Count(done.Manifest.Files.Count - 1), directory.Root);
                if (done.Aside is { } aside)
                {
                    console.Print("Restore.Aside", aside);
                }

                Name(done.Missing, console);
                return ExitCodes.Done;
            case BackupRestored.Newer newer:
                console.Complain("Restore.Newer", newer.Migration);
                return ExitCodes.NotDone;
            case BackupRestored.Damaged damaged:
                console.Complain("Restore.Damaged", damaged.File);
                return ExitCodes.NotDone;
            case BackupRestored.Serving:
                console.Complain("Restore.Serving", directory.Root);
                return ExitCodes.NotDone;
            case BackupRestored.FolderInUse:
                console.Complain("Restore.FolderInUse", directory.Root);
                return ExitCodes.NotDone;
            default:
                console.Complain("Restore.NoBackup", request.File);
                return ExitCodes.NotDone;
        }
    }

    /// <summary>A database of an earlier version may have no record yet; this verb leaves its schema alone.</summary>
    private async Task RecordAsync(MadeBackup made)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        if (await AuditTrail.HeadAsync(db, CancellationToken.None) is not null)
        {
            await audit.RecordAsync(BackupEvents.Made(made));
        }
    }

    private static void Name(IReadOnlyList<string> missing, CommandConsole console)
    {
        if (missing.Count > 0)
        {
            console.Complain("Backup.Missing", string.Join(", ", missing));
        }
    }
}
