using System.Diagnostics;
using System.Globalization;
using ClosedXML.Excel;
using KpiTracker.Data.Registers;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Benchmarks;

/// <summary>One sheet of all 526 wards of Hà Nội before July 2025, eight indicators: read and checked against ClosedXML merely opening it.</summary>
internal static class ConsolidatedBenchmark
{
    private const int Rounds = 9;
    private const int Indicators = 8;
    private const string City = "01";

    private static readonly ReportingPeriod May = new(2025, 5);

    public static void Run()
    {
        var registers = RegisterSnapshot.FromFiles();
        var city = registers.Units.FindInSeries(City, May)!;
        var wards = registers.Units.WardsOf(city.Key, May);
        var file = Workbook(wards, [.. registers.Indicators.Take(Indicators).Select(i => i.ShortNameVi)]);
        var context = new ReadingContext(registers.Units, registers.Indicators, city, May);
        var reference = new ReferenceData(registers.Units, registers.Indicators, city, May, []);
        List<double> reading = [], opening = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var read = (WorkbookReading.Recognised)new WardWorkbookReader().Read(new MemoryStream(file), "tong-hop.xlsx", context);
            var report = ReportCheck.Run(read.Report, reference);
            var taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            using var opened = new XLWorkbook(new MemoryStream(file));
            if (read.Report.Lines.Count != wards.Count * Indicators || report.Findings.Count == 0)
            {
                throw new InvalidOperationException($"{read.Report.Lines.Count} lines of {wards.Count} wards were read.");
            }

            if (round > 0)
            {
                // The first round warms both up.
                reading.Add(taken);
                opening.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Print(wards.Count, file.Length, Median(reading), Median(opening));
    }

    private static byte[] Workbook(IReadOnlyList<OrganisationUnit> wards, string[] indicators)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Tổng hợp");
        sheet.Cell(3, 1).SetValue("STT");
        sheet.Cell(3, 2).SetValue("Đơn vị");
        for (var i = 0; i < indicators.Length; i++)
        {
            sheet.Cell(3, 3 + (2 * i)).SetValue(indicators[i]);
            sheet.Range(3, 3 + (2 * i), 3, 4 + (2 * i)).Merge();
            sheet.Cell(4, 3 + (2 * i)).SetValue("Tổng số");
            sheet.Cell(4, 4 + (2 * i)).SetValue("Đạt");
        }

        for (var row = 0; row < wards.Count; row++)
        {
            sheet.Cell(5 + row, 1).SetValue(row + 1);
            sheet.Cell(5 + row, 2).SetValue(wards[row].NameWithKind);
            for (var i = 0; i < 2 * indicators.Length; i++)
            {
                sheet.Cell(5 + row, 3 + i).SetValue(i % 2 == 0 ? 1000 + row + i : 500 + row + i);
            }
        }

        using var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(int wards, int bytes, double reading, double opening)
    {
        Console.WriteLine($"| one sheet of {wards} wards, {bytes / 1024} KiB, ms | median of {Rounds} |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| gate + read + recognise + check (goal < 2000) | {reading:0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ClosedXML opens it | {opening:0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio | {reading / opening:0.00} |"));
    }
}
