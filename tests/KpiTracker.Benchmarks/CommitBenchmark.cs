using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Benchmarks;

/// <summary>
/// Keeping one ward's report (the workbook flushed to the disk, then one transaction flushed to the disk) against the same file and rows
/// written by hand, in turns in one run; and many reports sent at the same moment.
/// </summary>
internal static class CommitBenchmark
{
    private const int WarmUps = 30;
    private const int AtOnce = 200;

    private static readonly ReportingPeriod May = new(2025, 5);
    private static readonly string[] Indicators = ["OFFICIALS", "STUDENTS", "ADULTS", "WORKERS"];

    public static async Task RunAsync()
    {
        await using var ours = await PrepareAsync();
        await using var theirs = await PrepareAsync();
        var registers = await ours.GetRequiredService<Registers>().CurrentAsync();
        var wards = registers.Units.WardsOf(registers.Units.Find("01", May)!.Key, May);
        var bytes = RandomNumberGenerator.GetBytes(8 * 1024);
        using var raw = new RawReport(theirs.GetRequiredService<DataDirectory>(), bytes);
        List<double> kept = [], byHand = [];
        foreach (var ward in wards.Take(wards.Count - AtOnce))
        {
            kept.Add(await MillisecondsAsync(() => KeepAsync(ours, ward, bytes)));
            byHand.Add(await MillisecondsAsync(() => Task.Run(() => raw.Write(registers.IdOf(ward.Key)))));
        }

        var crowd = await CrowdAsync(ours, [.. wards.TakeLast(AtOnce)], bytes);
        Print([.. kept.Skip(WarmUps).Order()], [.. byHand.Skip(WarmUps).Order()], crowd);
        Directory.Delete(ours.GetRequiredService<DataDirectory>().Root, recursive: true);
        Directory.Delete(theirs.GetRequiredService<DataDirectory>().Root, recursive: true);
    }

    private static async Task<ServiceProvider> PrepareAsync()
    {
        var directory = new DataDirectory(Path.Combine(Path.GetTempPath(), "kpi-bench-" + Path.GetRandomFileName()));
        var services = new ServiceCollection().AddLogging().AddKpiTrackerData(directory).AddSubmissions().BuildServiceProvider();
        await services.GetRequiredService<DatabaseStart>().PrepareAsync();
        return services;
    }

    private static async Task KeepAsync(ServiceProvider services, OrganisationUnit ward, byte[] bytes)
    {
        var officer = new Officer("bench", "Cán bộ", AccountRole.Administrator, ward.Key);
        var file = await services.GetRequiredService<WorkbookFiles>().ReceiveAsync(new MemoryStream(bytes), long.MaxValue, CancellationToken.None);
        var sent = new SentWorkbook(file!, "bao-cao.xlsx", ward, May, officer, WorkbookOrigin.Web, DateTimeOffset.UtcNow, null);
        IReadOnlyList<ReportedObservation> figures = [.. Indicators.Select(i => new ReportedObservation(ward.Key, i, 90, 119, null, new CellRef("Báo cáo", "E9"), new CellRef("Báo cáo", "D9")))];
        var report = new CheckedReport(new WardReport(ReportLayout.IndicatorsInRows, "Báo cáo", [], [], [], [], []), [], figures);
        var outcome = await services.GetRequiredService<SubmissionKeeping>().KeepAsync(sent, report, SubmissionAnswers.None, CancellationToken.None);
        if (outcome is not SubmissionOutcome.Accepted)
        {
            throw new InvalidOperationException("A report was not kept.");
        }
    }

    private static async Task<(double All, double Slowest)> CrowdAsync(ServiceProvider services, IReadOnlyList<OrganisationUnit> wards, byte[] bytes)
    {
        double[] each = [];
        var all = await MillisecondsAsync(async () => each = await Task.WhenAll(wards.Select(w => Task.Run(() => MillisecondsAsync(() => KeepAsync(services, w, bytes))))));
        return (all, each.Max());
    }

    private static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(List<double> kept, List<double> byHand, (double All, double Slowest) crowd)
    {
        Console.WriteLine($"| one submission, ms over {kept.Count} | p50 | p99 |");
        Console.WriteLine("|---|---|---|");
        Row("received, kept and committed", At(kept, 0.5), At(kept, 0.99));
        Row("the same files and rows by hand", At(byHand, 0.5), At(byHand, 0.99));
        Row("ratio", At(kept, 0.5) / At(byHand, 0.5), At(kept, 0.99) / At(byHand, 0.99));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{AtOnce} at once: all on the disk after {crowd.All:0} ms, the slowest waited {crowd.Slowest:0} ms, 0 failures"));

        static void Row(string what, double p50, double p99) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {p50:0.0} | {p99:0.0} |"));
    }

    private static double At(List<double> sorted, double part) => sorted[(int)(part * (sorted.Count - 1))];

    /// <summary>What must be written at the least: two files flushed (draft and kept copy), and the rows in one immediate transaction.</summary>
    private sealed class RawReport : IDisposable
    {
        private readonly DataDirectory _directory;
        private readonly byte[] _bytes;
        private readonly SqliteConnection _connection;
        private int _id;

        public RawReport(DataDirectory directory, byte[] bytes)
        {
            (_directory, _bytes) = (directory, bytes);
            _connection = new SqliteConnection($"Data Source={directory.DatabaseFile};Foreign Keys=True");
            _connection.Open();
            Run("PRAGMA synchronous=FULL");
        }

        public void Write(int wardId)
        {
            _id++;
            var name = $"{_id}.xlsx";
            WriteFile(Path.Combine(_directory.Drafts, name));
            WriteFile(Path.Combine(_directory.Workbooks, name));
            using var transaction = _connection.BeginTransaction();
            Run("INSERT INTO Workbooks (Id, FileName, Sha256, Size, StoredName, ReceivedAt, SentById, SentByName, UnitId, Period, Origin) VALUES ($a, 'bao-cao.xlsx', 'x', 8192, $b, '2025-06-05T02:00:00.0000000Z', 'bench', 'Cán bộ', $c, '2025-05', 'Web')", _id, name, wardId);
            Run("INSERT INTO Submissions (Id, UnitId, Period, Revision, WorkbookId, Layout, SubmittedAt, SubmittedById, SubmittedByName, IsCurrent, IsNothingToReport) VALUES ($a, $b, '2025-05', 1, $a, 'IndicatorsInRows', '2025-06-05T02:00:00.0000000Z', 'bench', 'Cán bộ', 1, 0)", _id, wardId);
            foreach (var indicator in Indicators)
            {
                Run("INSERT INTO SubmittedFigures (SubmissionId, IndicatorCode, Numerator, Denominator, Sheet, Cell, DenominatorCell) VALUES ($a, $b, 90, 119, 'Báo cáo', 'E9', 'D9')", _id, indicator);
                Run("INSERT INTO CurrentFigures (UnitId, Period, IndicatorCode, Numerator, Denominator, SubmissionId) VALUES ($a, '2025-05', $b, 90, 119, $c)", wardId, indicator, _id);
            }

            transaction.Commit();
            File.Delete(Path.Combine(_directory.Drafts, name));
        }

        public void Dispose() => _connection.Dispose();

        private void WriteFile(string path)
        {
            using var file = new FileStream(path, FileMode.CreateNew);
            file.Write(_bytes);
            file.Flush(flushToDisk: true);
        }

        private void Run(string sql, params object[] values)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.AddWithValue($"${"abc"[i]}", values[i]);
            }

            command.ExecuteNonQuery();
        }
    }
}
