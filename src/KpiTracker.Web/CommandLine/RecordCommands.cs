using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Integrity;
using KpiTracker.Data.Record;
using KpiTracker.Domain.Figures;
using KpiTracker.Web.Features.Integrity;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.CommandLine;

/// <summary>Verifies the record, and asks the data all that must hold. Both only read, and leave the schema alone.</summary>
internal sealed class RecordCommands(IDbContextFactory<KpiTrackerDbContext> dbFactory, DataDirectory directory, Backups backups, IntegrityInspection inspection)
{
    private const int HashLength = 64;

    /// <summary><c>4711:9f86…</c>, as <c>audit verify</c> prints it.</summary>
    /// <returns><c>null</c> when it is no such thing.</returns>
    public static AuditHead? HeadOf(string written) =>
        written.Split(':') is [var number, { Length: HashLength } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        && sequence > 0
        && hash.All(char.IsAsciiHexDigitLower)
            ? new AuditHead(sequence, hash)
            : null;

    public async Task<int> VerifyAsync(CommandRequest.VerifyAudit request, CommandConsole console)
    {
        if (!IsThere(console))
        {
            return ExitCodes.NotDone;
        }

        List<AuditWitness> witnesses = [.. await BackupWitnesses.ReadAsync(backups.List(), CancellationToken.None)];
        if (request.Head is { } given)
        {
            witnesses.Add(new AuditWitness(HeadOf(given)!, null, given));
        }

        await using var db = await dbFactory.CreateDbContextAsync();
        switch (await AuditVerification.RunAsync(db, witnesses))
        {
            case AuditVerdict.Whole whole:
                console.Print("Audit.Whole", FigureText.Count(whole.Head.Sequence), FigureText.Count(witnesses.Count));
                console.Print("Audit.Head", string.Create(CultureInfo.InvariantCulture, $"{whole.Head.Sequence}:{whole.Head.Hash}"));
                return ExitCodes.Done;
            case AuditVerdict.Broken broken:
                console.Complain($"Audit.{broken.Fault}", FigureText.Count(broken.Sequence), broken.Witness ?? "");
                if (broken.Restore is { } restore)
                {
                    console.Complain("Audit.Restored", FigureText.Count(restore.Sequence), FigureText.Time(restore.At.InVietnam()), restore.Backup);
                }

                return ExitCodes.NotDone;
            default:
                throw new InvalidOperationException("A verification has two endings.");
        }
    }

    public async Task<int> CheckAsync(CommandConsole console)
    {
        if (!IsThere(console))
        {
            return ExitCodes.NotDone;
        }

        var results = await inspection.RunAsync();
        foreach (var found in results.Where(r => r.Count > 0))
        {
            console.Complain("Check.Found", IntegrityTexts.NameOf(found.Name, console.Language), FigureText.Count(found.Count), string.Join("; ", found.Examples));
        }

        console.Print("Check.Summary", FigureText.Count(results.Count), FigureText.Count(results.Sum(r => r.Count)));
        return results.All(r => r.Count == 0) ? ExitCodes.Done : ExitCodes.NotDone;
    }

    private bool IsThere(CommandConsole console)
    {
        var isThere = File.Exists(directory.DatabaseFile);
        if (!isThere)
        {
            console.Complain("NoDatabase", directory.Root);
        }

        return isThere;
    }
}
