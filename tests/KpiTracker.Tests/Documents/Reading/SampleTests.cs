using System.Text.Json;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>The sample workbooks are read exactly as their list of figures says.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "data/samples");

    private static IEnumerable<string> Files() => Expected().RootElement.EnumerateObject().Select(f => f.Name);

    [TestCaseSource(nameof(Files))]
    public void Sample_gives_its_figures_and_no_other(string file)
    {
        using var all = Expected();
        var expected = all.RootElement.GetProperty(file);
        var report = Reports.Check(File.ReadAllBytes(Path.Combine(Folder, file)), expected.GetProperty("unit").GetString()!);

        Assert.That(
            report.Observations.Select(o => (o.Unit.Code, o.IndicatorCode, o.Numerator, o.Denominator)),
            Is.EquivalentTo(expected.GetProperty("observations").EnumerateArray().Select(o =>
                (o.GetProperty("unit").GetString()!, o.GetProperty("indicator").GetString()!, (decimal?)o.GetProperty("numerator").GetDecimal(), (decimal?)o.GetProperty("denominator").GetDecimal()))));
    }

    [TestCase("phuong-buoi-2025-05.xlsx", "00109", CheckOutcome.Accepted, new string[0])]
    [TestCase("phuong-nhat-tan-so-dang-chu-2025-05.xlsx", "00094", CheckOutcome.Accepted, new[] { "R12", "R12", "R12", "R12", "R12", "R12" })]
    [TestCase("phuong-tu-lien-co-loi-2025-05.xlsx", "00097", CheckOutcome.Rejected, new[] { "R07", "R09", "R11" })]
    [TestCase("quan-tay-ho-tong-hop-2025-05.xlsx", "003", CheckOutcome.Accepted, new string[0])]
    public void Sample_ends_as_it_should_and_says_why(string file, string unit, CheckOutcome outcome, string[] codes)
    {
        var report = Reports.Check(File.ReadAllBytes(Path.Combine(Folder, file)), unit);

        Assert.Multiple(() =>
        {
            Assert.That(report.Outcome, Is.EqualTo(outcome));
            Assert.That(Reports.Codes(report), Is.EqualTo(codes));
        });
    }

    [Test]
    public void Each_figure_leads_to_its_cell()
    {
        var report = Reports.Check(File.ReadAllBytes(Path.Combine(Folder, "phuong-buoi-2025-05.xlsx")));

        Assert.That(
            report.Observations.Select(o => (o.IndicatorCode, o.Cell.Address, o.DenominatorCell!.Address)),
            Is.EqualTo(new[] { ("OFFICIALS", "E9", "D9"), ("STUDENTS", "E10", "D10"), ("ADULTS", "E12", "D12"), ("WORKERS", "E13", "D13") }));
    }

    private static JsonDocument Expected() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
}
