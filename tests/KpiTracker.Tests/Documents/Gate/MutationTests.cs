using System.Collections.Concurrent;
using System.Diagnostics;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;

namespace KpiTracker.Tests.Documents.Gate;

/// <summary>
/// Good workbooks changed at random, from fixed seeds: each ends in a reading or a sentence, never in an exception, soon, and without
/// filling the memory. All 100.000 are read when the environment says <c>KPITRACKER_MUTANTS=100000</c>; each run of the suite reads the first of them.
/// </summary>
public sealed class MutationTests
{
    private const int InEachRun = 20_000;
    private const long Growth = 300L * 1024 * 1024;

    /// <summary>For a machine that does much else at the same time: the clock of a file runs on while others are served.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Test]
    public void Changed_workbooks_never_end_in_an_exception_nor_late_nor_large()
    {
        var files = Originals().ToList();
        var count = int.TryParse(Environment.GetEnvironmentVariable("KPITRACKER_MUTANTS"), out var asked) ? asked : InEachRun;
        var failed = new ConcurrentBag<string>();
        var slowest = (Time: TimeSpan.Zero, Mutant: 0);
        var before = GC.GetTotalMemory(true);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var (name, bytes, unit) = files[number % files.Count];
            var mutant = Mutants.Of(bytes, number);
            var start = Stopwatch.GetTimestamp();
            try
            {
                Read(mutant, unit);
            }
            catch (Exception bug)
            {
                failed.Add($"{number} of {name}: {bug.GetType().Name} {bug.Message}");
            }

            var time = Stopwatch.GetElapsedTime(start);
            slowest = time > slowest.Time ? (time, number) : slowest;
        });

        Assert.Multiple(() =>
        {
            Assert.That(failed, Is.Empty);
            Assert.That(slowest.Time, Is.LessThan(GateLimits.Budget + Patience), $"mutant {slowest.Mutant}");
            Assert.That(GC.GetTotalMemory(true) - before, Is.LessThan(Growth));
        });
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Unit)> Originals()
    {
        foreach (var (file, unit) in new[] { ("phuong-buoi-2025-05.xlsx", Reports.Ward), ("quan-tay-ho-tong-hop-2025-05.xlsx", Reports.District), ("phuong-tu-lien-co-loi-2025-05.xlsx", "00097") })
        {
            yield return (file, File.ReadAllBytes(Path.Combine(Repository.Root, "data/samples", file)), unit);
        }

        yield return ("rows", Book.Of(["Tháng 5 năm 2025"], Reports.HeadA, [1, "CBCCVC", "người", 119, 90, new Formula(75.6m)], [2, "HSSV", "người", "1.776", "1.084"]).Bytes(), Reports.Ward);
        var macros = Book.Of(
            ["TT", "Đơn vị", "CBCCVC", null, "HSSV", null],
            [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"],
            [1, "Phường Bưởi", 140, 63, 10, 5],
            [2, "Phường Nhật Tân", 131, 70, 20, 6],
            [null, "Tổng cộng", 271, 133, 30, 11]);
        macros.ContentType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
        macros.Parts["xl/vbaProject.bin"] = "not opened";
        macros.Sheets[0].Merge("C1:D1", "E1:F1").Hide(3);
        yield return ("macros", macros.Bytes(), Reports.District);
        var months = new Book();
        months.Add("T4").Rows(1, Reports.HeadA, [1, "CBCCVC", "người", 119, 80]);
        months.Add("T5").Rows(1, Reports.HeadA, [1, "CBCCVC", "người", 119, 90]);
        yield return ("months", months.Bytes(), Reports.Ward);
    }

    private static void Read(byte[] file, string unit)
    {
        if (Reports.Read(file, unit) is WorkbookReading.Recognised recognised)
        {
            var context = Reports.Context(unit);
            ReportCheck.Run(recognised.Report, new ReferenceData(context.Units, context.Indicators, context.Unit, context.Period, []));
        }
    }
}
