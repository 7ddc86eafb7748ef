using KpiTracker.Tests.Architecture;
using Microsoft.Data.Sqlite;

namespace KpiTracker.Tests.Web.CommandLine;

[NonParallelizable]
internal sealed class ExportCommandTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public async Task SendADistrictsReportAsync()
    {
        _folder = Directory.CreateTempSubdirectory("kpi-export-").FullName;
        var workbook = Path.Combine(Repository.Root, "data", "samples", "quan-tay-ho-tong-hop-2025-05.xlsx");
        await CapturedConsole.RunAsync(_folder, ["import", workbook, "--unit", "003", "--period", "2025-05"]);
    }

    [OneTimeTearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_summary_of_a_unit_and_month_is_written_to_the_file()
    {
        var file = Path.Combine(_folder, "tay-ho.xlsx");

        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, Export("003", file));

        Assert.That((exitCode, console.Error), Is.EqualTo((0, "")));
        Assert.That(console.Out, Does.Contain(file));
        using var book = new ClosedXML.Excel.XLWorkbook(file);
        Assert.That(book.Worksheets.SelectMany(s => s.CellsUsed()).Any(c => c.GetString() == "Phường Nhật Tân"), Is.True);
    }

    [Test]
    public async Task An_unknown_unit_ends_with_2_and_a_folder_that_is_not_there_with_1()
    {
        var (unknown, console) = await CapturedConsole.RunAsync(_folder, Export("99999", Path.Combine(_folder, "x.xlsx")));
        Assert.That((unknown, console.Out), Is.EqualTo((2, "")));

        (var notWritten, console) = await CapturedConsole.RunAsync(_folder, Export("003", Path.Combine(_folder, "khong-co", "x.xlsx")));
        Assert.That((notWritten, console.Out), Is.EqualTo((1, "")));
        Assert.That(console.Error, Does.StartWith("Không ghi được tệp"));
    }

    private static string[] Export(string unit, string file) => ["export", "--unit", unit, "--period", "2025-05", "--format", "xlsx", "--out", file];
}
