using System.Diagnostics;
using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Benchmarks;

/// <summary>
/// A dashboard's query and reckoning against SQL written by hand that gives the same numbers, in one run on one file:
/// Hà Nội's wards, April 2025 to October 2026, ten indicators each.
/// </summary>
internal static class DashboardBenchmark
{
    private const int Rounds = 300;
    private static readonly ReportingPeriod Last = new(2026, 10);

    public static async Task RunAsync()
    {
        var directory = new DataDirectory(Path.Combine(Path.GetTempPath(), "kpi-benchmark-" + Path.GetRandomFileName()));
        await using var services = new ServiceCollection().AddKpiTrackerData(directory).BuildServiceProvider();
        await services.GetRequiredService<DatabaseStart>().PrepareAsync();
        var registers = services.GetRequiredService<Registers>();
        var snapshot = await registers.CurrentAsync();
        var rows = DashboardRows.Fill(directory.DatabaseFile, snapshot, Last);
        Console.WriteLine(FormattableString.Invariant($"{rows} figures"));

        var query = new UnitProgressQuery(services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>(), registers);
        foreach (var code in new[] { "KV003", "KV001", "KV019" })
        {
            await CompareAsync(query, snapshot, directory.DatabaseFile, code);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory.Root, recursive: true);
    }

    private static async Task CompareAsync(UnitProgressQuery query, RegisterSnapshot snapshot, string file, string code)
    {
        var unit = snapshot.Units.FindInSeries(code, Last)!;
        var byHand = new DashboardByHand(file, snapshot, unit, Last);
        List<double> ours = [], theirs = [];
        UnitProgress? progress = null;
        decimal? rate = null;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            progress = await query.ReadAsync(unit, Last);
            var middle = Stopwatch.GetTimestamp();
            rate = byHand.Read();
            ours.Add(Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds);
            theirs.Add(Stopwatch.GetElapsedTime(middle).TotalMilliseconds);
        }

        if (progress!.Find("OFFICIALS")!.Progress.Value!.Percent != rate)
        {
            throw new InvalidOperationException("The two do not give the same number.");
        }

        var (mine, hand) = (Median(ours), Median(theirs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unit.NameWithKind}: dashboard {mine:0.00} ms, by hand {hand:0.00} ms, {mine / hand:0.00} times (medians of {Rounds - (Rounds / 3)})"));
    }

    /// <summary>The first third warms up.</summary>
    internal static double Median(List<double> times)
    {
        var warm = times.Skip(times.Count / 3).Order().ToList();
        return warm[warm.Count / 2];
    }
}
