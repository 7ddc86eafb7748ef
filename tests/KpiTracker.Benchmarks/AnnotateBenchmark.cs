using System.Diagnostics;
using System.Globalization;
using ClosedXML.Excel;
using KpiTracker.Documents.Annotated;
using KpiTracker.Documents.Isolation;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Benchmarks;

/// <summary>A workbook of 100 KiB marked with 200 findings, the child's start included, against a child that marks one cell of a workbook that has only that.</summary>
internal static class AnnotateBenchmark
{
    private const int Rounds = 15;
    private const int Size = 100 * 1024;
    private const int Findings = 200;

    public static void Run()
    {
        var (large, small) = (Workbook(Size), Workbook(0));
        CellNote[] one = [NoteAt(1)];
        CellNote[] many = [.. Enumerable.Range(1, Findings).Select(NoteAt)];
        var marking = new List<double>();
        var floor = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (marked, started) = (Milliseconds(large, many), Milliseconds(small, one));
            if (round > 0)
            {
                marking.Add(marked);
                floor.Add(started);
            }
        }

        var (median, least) = (marking.Order().ElementAt(Rounds / 2), floor.Order().ElementAt(Rounds / 2));
        Console.WriteLine($"| one marked workbook, ms | median of {Rounds} |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {large.Length / 1024} KiB, {Findings} findings (goal < 1000) | {median:0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {small.Length / 1024} KiB, 1 finding: the child's start | {least:0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio | {median / least:0.00} |"));
    }

    private static CellNote NoteAt(int row) => new("Báo cáo", FormattableString.Invariant($"D{row}"), Severity.Error, "R07", "130 lớn hơn 120.", "Kiểm tra lại hai ô.");

    private static double Milliseconds(byte[] file, CellNote[] notes)
    {
        var clock = Stopwatch.StartNew();
        using var folder = new WorkFolder();
        var ending = AnnotatedWorkbook.Write(new MemoryStream(file), "bao-cao.xlsx", notes, CultureInfo.GetCultureInfo("vi"), folder);
        return ending is IsolatedEnding.Done ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException(ending.ToString());
    }

    private static byte[] Workbook(int size)
    {
        var chance = new Random(1);
        for (var rows = 1; ; rows += (size / 900) + 1)
        {
            using var workbook = new XLWorkbook();
            var sheet = workbook.AddWorksheet("Báo cáo");
            for (var row = 1; row <= rows; row++)
            {
                for (var column = 1; column <= 12; column++)
                {
                    sheet.Cell(row, column).Value = chance.Next(100_000);
                }
            }

            using var file = new MemoryStream();
            workbook.SaveAs(file);
            if (file.Length >= size)
            {
                return file.ToArray();
            }
        }
    }
}
