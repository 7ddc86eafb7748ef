using System.Diagnostics;
using System.Globalization;
using ClosedXML.Excel;
using KpiTracker.Documents.Summaries;
using KpiTracker.Domain.Summaries;
using KpiTracker.Tests.Domain.Summaries;

namespace KpiTracker.Tests.Documents.Summaries;

/// <summary>The other spreadsheet program in offices opens the file as it is.</summary>
public sealed class LibreOfficeTests
{
    [Test]
    public void LibreOffice_opens_the_summary_keeps_its_figures_and_its_chart()
    {
        if (Find("soffice") is not { } program)
        {
            Assert.Ignore("LibreOffice (soffice) is not on this machine.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("kpitracker-soffice-").FullName;
        try
        {
            var facts = ASummary.Facts(
                [ASummary.Reported(ASummary.Ward("00109", "Bưởi"), (ASummary.Officials, 90, 100)), ASummary.NotReported(ASummary.Ward("00100", "Yên Phụ"))],
                [ASummary.Officials],
                [ASummary.Goal(ASummary.Officials, 95)]);
            var name = SummaryFileName.Of(facts.Unit, facts.Period, "xlsx");
            using (var file = File.Create(Path.Combine(folder, name)))
            {
                SummaryWorkbookWriter.Write(SummaryComposer.Compose(facts, CultureInfo.GetCultureInfo("vi")), file);
            }

            var converted = Convert(program, folder, name);
            using var workbook = new XLWorkbook(converted);
            Assert.Multiple(() =>
            {
                Assert.That(workbook.Worksheets.Select(sheet => sheet.Name), Is.EqualTo(new[] { "Tổng hợp", "Biểu đồ", "Theo phường, xã", "Chưa nộp" }));
                Assert.That(workbook.Worksheet("Theo phường, xã").CellsUsed().Where(cell => cell.DataType == XLDataType.Number).Select(cell => cell.GetDouble()), Is.SupersetOf(new[] { 100, 90, 0.9 }));
                Assert.That(Entries(converted), Has.Some.StartsWith("xl/charts/chart"));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string Convert(string program, string folder, string name)
    {
        var output = Path.Combine(folder, "out");
        using var process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", output, Path.Combine(folder, name) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
        }

        var converted = Path.Combine(output, name);
        Assert.That(File.Exists(converted), Is.True, said.Result + complained.Result);
        return converted;
    }

    private static List<string> Entries(string file)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    internal static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
