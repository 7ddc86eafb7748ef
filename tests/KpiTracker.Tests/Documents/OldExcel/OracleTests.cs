using System.Globalization;
using ExcelDataReader;
using KpiTracker.Documents.Gate;
using KpiTracker.Tests.Architecture;

namespace KpiTracker.Tests.Documents.OldExcel;

/// <summary>Another reader, written by others, reads the same cells of every workbook that the gate lets through.</summary>
public sealed class OracleTests
{
    /// <summary>Where the two differ, and why ours is as it is.</summary>
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["moi-thu-mot-it.xlsx Báo cáo!H4"] = "a moment: the gate keeps the day, which is all that a report asks for",
        ["moi-thu-mot-it.xlsx Báo cáo!H6"] = "a time span of 30 hours: the gate takes every such number for a day of the calendar",
    };

    private static IEnumerable<string> Workbooks() => new[] { "data/samples", "../shared/samples", "tests/KpiTracker.Tests" }
        .Select(folder => Path.Combine(Repository.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.xlsx", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Repository.Root, file));

    [TestCaseSource(nameof(Workbooks))]
    public void Other_reader_sees_the_same_cells(string path)
    {
        var file = File.ReadAllBytes(Path.Combine(Repository.Root, path));
        if (WorkbookGate.Shared.Open(new MemoryStream(file)) is not GateReading.Opened { Workbook: var ours })
        {
            return;
        }

        var name = Path.GetFileName(path);
        var theirs = Read(file);
        var own = ours.Sheets.SelectMany(s => s.Rows.SelectMany(r => r.Cells).Select(c => ($"{name} {s.Name}!{CellAddress.Of(c.Row, c.Column)}", Shown(c)))).ToDictionary();
        var differences = own.Keys.Union(theirs.Keys.Select(k => $"{name} {k}"))
            .Where(cell => own.GetValueOrDefault(cell) != theirs.GetValueOrDefault(cell[(name.Length + 1)..]) && !Explained.ContainsKey(cell))
            .Select(cell => $"{cell}: {own.GetValueOrDefault(cell)} | {theirs.GetValueOrDefault(cell[(name.Length + 1)..])}");

        Assert.That(differences, Is.Empty);
    }

    /// <summary>Numbers to fifteen digits, as a spreadsheet program keeps them. An error is an empty cell to the other reader: that is why errors of old workbooks are looked for by ourselves.</summary>
    private static string? Shown(Cell cell) => cell.Kind switch
    {
        CellKind.Number => ((double)cell.Number).ToString("G15", CultureInfo.InvariantCulture),
        CellKind.Error or CellKind.FormulaWithoutResult => null,
        _ => cell.Text,
    };

    private static Dictionary<string, string?> Read(byte[] file)
    {
        var cells = new Dictionary<string, string?>();
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        do
        {
            for (var row = 1; reader.Read(); row++)
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (Shown(reader.GetValue(i)) is { Length: > 0 } shown)
                    {
                        cells[$"{reader.Name}!{CellAddress.Of(row, i + 1)}"] = shown;
                    }
                }
            }
        }
        while (reader.NextResult());

        return cells;
    }

    private static string? Shown(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "TRUE" : "FALSE",
        DateTime { Year: 1899 } time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        double number => number.ToString("G15", CultureInfo.InvariantCulture),
        _ => SharedStrings.Unescape(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}
