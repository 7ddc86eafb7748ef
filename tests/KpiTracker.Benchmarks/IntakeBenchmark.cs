using System.Globalization;
using ClosedXML.Excel;
using KpiTracker.Data.Registers;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Benchmarks;

/// <summary>300 ward workbooks taken in (gate, reading, recognition, all rules) against ClosedXML merely opening the same files.</summary>
internal static class IntakeBenchmark
{
    private const int Files = 300;
    private const int Rounds = 7;

    private static readonly ReportingPeriod May = new(2025, 5);

    private static readonly (string File, string Unit)[] Samples =
        [("phuong-buoi-2025-05.xlsx", "00109"), ("phuong-nhat-tan-so-dang-chu-2025-05.xlsx", "00094"), ("phuong-tu-lien-co-loi-2025-05.xlsx", "00097")];

    public static void Run()
    {
        var registers = RegisterSnapshot.FromFiles();
        var files = Samples.Select(s => (Bytes: File.ReadAllBytes(Path.Combine(SamplesFolder(), s.File)), s.Unit)).ToArray();
        var reader = new WardWorkbookReader();
        var intake = new List<double>();
        var opening = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var taken = Milliseconds(() => TakeIn(files, registers, reader));
            var opened = Milliseconds(() => Open(files));
            if (round > 0)
            {
                // The first round warms both up.
                intake.Add(taken);
                opening.Add(opened);
            }
        }

        Print(Median(intake), Median(opening));
    }

    private static void TakeIn((byte[] Bytes, string Unit)[] files, RegisterSnapshot registers, WardWorkbookReader reader)
    {
        for (var i = 0; i < Files; i++)
        {
            var (bytes, code) = files[i % files.Length];
            var unit = registers.Units.Find(code, May)!;
            using var upload = new MemoryStream(bytes, writable: false);
            var reading = reader.Read(upload, "bao-cao.xlsx", new ReadingContext(registers.Units, registers.Indicators, unit, May));
            var report = ReportCheck.Run(((WorkbookReading.Recognised)reading).Report, new ReferenceData(registers.Units, registers.Indicators, unit, May, []));
            if (report.Observations.Count < 2)
            {
                throw new InvalidOperationException("A sample was not read.");
            }
        }
    }

    private static void Open((byte[] Bytes, string Unit)[] files)
    {
        for (var i = 0; i < Files; i++)
        {
            using var upload = new MemoryStream(files[i % files.Length].Bytes, writable: false);
            using var workbook = new XLWorkbook(upload);
        }
    }

    private static double Milliseconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(double intake, double opening)
    {
        Console.WriteLine($"| {Files} ward workbooks, CPU ms | median of {Rounds} |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| gate + read + recognise + check | {intake:0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ClosedXML opens them | {opening:0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio (goal ≤ 1.5) | {intake / opening:0.00} |"));
    }

    private static string SamplesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "data/samples")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmark runs outside the source tree.");
        }

        return Path.Combine(folder.FullName, "data/samples");
    }
}
