using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Integrity;
using KpiTracker.Data.Record;
using KpiTracker.Tests.Web.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Data.Drills;

/// <summary>The machine stops while the database's log is being written: whatever part of it reached the disk, what opens is a whole number of reports.</summary>
internal sealed class TornLogTests
{
    private const int Reports = 12;
    private const int Offsets = 200;

    private static readonly string[] OfReports = ["ReceiptsWithoutReport", "FiguresWithoutReport", "NothingWithFigures", "NotTheLatest", "CurrentFigures", "Totals", "RecordGaps"];

    [Test]
    public async Task A_torn_end_of_the_log_opens_to_a_whole_prefix_wherever_it_is_torn()
    {
        await using var bench = await SubmissionBench.CreateAsync();
        for (var i = 0; i < Reports; i++)
        {
            await bench.KeepAsync(bench.Officer(AccountRole.WardOfficer, "00109"), "00109", bench.Figure("00109", "OFFICIALS", i, 119), bench.Figure("00109", "ADULTS", 7689, 16000));
        }

        var database = await File.ReadAllBytesAsync(bench.Database.Directory.DatabaseFile);
        var log = await ReadSharedAsync(bench.Database.Directory.DatabaseFile + "-wal");
        var folder = Directory.CreateTempSubdirectory("kpi-torn-").FullName;
        var random = new Random(20261122);
        var seen = new HashSet<int>();
        for (var i = 0; i < Offsets; i++)
        {
            var path = Path.Combine(folder, $"{i}.db");
            await File.WriteAllBytesAsync(path, database);
            var offset = i == 0 ? log.Length : random.Next(log.Length);
            var torn = log[..offset];
            if (i % 2 == 1)
            {
                // Torn in another way: the end is there, but a sector of it is not what was written.
                torn = [.. log];
                random.NextBytes(torn.AsSpan(offset, Math.Min(512, log.Length - offset)));
            }

            await File.WriteAllBytesAsync(path + "-wal", torn);
            seen.Add(await WholeReportsAsync(path));
        }

        Directory.Delete(folder, recursive: true);
        Assert.That(seen, Is.SubsetOf(Enumerable.Range(0, Reports + 1)).And.Contain(Reports).And.Count.GreaterThan(Reports / 2), "every part of the log was tried");
    }

    /// <returns>How many reports there are, each with all that belongs to it.</returns>
    private static async Task<int> WholeReportsAsync(string path)
    {
        await using var db = DatabaseCopy.Open(path);
        var reports = await db.Submissions.AsNoTracking().OrderBy(s => s.Revision).Include(s => s.Figures).ToListAsync();
        Assert.That(await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(), Is.EqualTo(new[] { "ok" }));
        Assert.That(reports.Select(s => s.Revision), Is.EqualTo(Enumerable.Range(1, reports.Count)));
        Assert.That(reports.Select(s => s.Figures.Count), Is.All.EqualTo(2));
        Assert.That(await db.AuditEntries.CountAsync(e => e.Action == AuditAction.ReportSent), Is.EqualTo(reports.Count));
        foreach (var check in IntegrityCheck.All.Where(c => OfReports.Contains(c.Name)))
        {
            Assert.That(await db.Database.SqlQueryRaw<string>(check.Sql).ToListAsync(), Is.Empty, check.Name);
        }

        return reports.Count;
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
