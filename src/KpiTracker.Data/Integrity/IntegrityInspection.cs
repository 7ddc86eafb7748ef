using System.Security.Cryptography;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Record;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Integrity;

/// <summary>What one check found.</summary>
/// <param name="Name">The check's.</param>
/// <param name="Count">Offences; 0 is as it must be.</param>
/// <param name="Examples">The first of them.</param>
public sealed record IntegrityResult(string Name, int Count, IReadOnlyList<string> Examples);

/// <summary>Asks the database and the kept files all that must hold, and changes nothing.</summary>
public sealed class IntegrityInspection(IDbContextFactory<KpiTrackerDbContext> dbFactory, DataDirectory directory, Backups.Backups backups)
{
    /// <summary>The check of the kept files: each is there, as long as its receipt says, and with its hash.</summary>
    public const string Files = "Files";

    /// <summary>The check of the record: <see cref="AuditVerification"/>, with what the backups know of it.</summary>
    public const string Chain = "RecordChain";

    private const int MostExamples = 20;

    /// <summary>In the order of the table; the files and the record last.</summary>
    public async Task<IReadOnlyList<IntegrityResult>> RunAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        List<IntegrityResult> results = [];
        foreach (var check in IntegrityCheck.All)
        {
            results.Add(ResultOf(check.Name, await db.Database.SqlQueryRaw<string>(check.Sql).ToListAsync(cancellationToken)));
        }

        results.Add(ResultOf(Files, await FilesAsync(db, cancellationToken)));
        results.Add(ResultOf(Chain, await ChainAsync(db, cancellationToken)));
        return results;
    }

    private static IntegrityResult ResultOf(string name, List<string> offences) => new(name, offences.Count, [.. offences.Take(MostExamples)]);

    private async Task<List<string>> FilesAsync(KpiTrackerDbContext db, CancellationToken cancellationToken)
    {
        var workbooks = await db.Workbooks.AsNoTracking().Where(w => w.StoredName != null).Select(w => new { w.StoredName, w.Sha256, w.Size }).Distinct().ToListAsync(cancellationToken);
        List<string> offences = [];
        foreach (var workbook in workbooks)
        {
            var file = new FileInfo(Path.Combine(directory.Workbooks, workbook.StoredName!));
            if (!file.Exists || file.Length != workbook.Size || await HashAsync(file, cancellationToken) != workbook.Sha256)
            {
                offences.Add(workbook.StoredName!);
            }
        }

        return offences;
    }

    private static async Task<string> HashAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = file.Open(new FileStreamOptions { Share = FileShare.Read | FileShare.Delete });
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    private async Task<List<string>> ChainAsync(KpiTrackerDbContext db, CancellationToken cancellationToken) =>
        await AuditVerification.RunAsync(db, await BackupWitnesses.ReadAsync(backups.List(), cancellationToken), cancellationToken) is AuditVerdict.Broken broken
            ? [$"{broken.Sequence} {broken.Fault} {broken.Witness}".TrimEnd()]
            : [];
}
