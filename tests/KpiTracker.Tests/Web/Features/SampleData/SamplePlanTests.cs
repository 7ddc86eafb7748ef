using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Tests.Web.Features.SampleData;

internal sealed class SamplePlanTests
{
    private static readonly ReportingPeriod Last = new(2026, 10);

    private static readonly RegisterSnapshot Registers = RegisterSnapshot.FromFiles();

    private static readonly SamplePlan Plan = new(Registers.Units, Registers.Populations, Registers.Calendar);

    [TestCase("2025-06", 526)]
    [TestCase("2026-03", 126)]
    public void Most_wards_report_on_time_and_few_reports_are_given_back(string month, int wards)
    {
        var period = ReportingPeriod.Parse(month);
        var collectors = Plan.Collectors(period);
        var reports = collectors.SelectMany(c => Plan.ReportsOf(c, period, Last)).ToList();

        Assert.That(collectors, Has.Count.EqualTo(30));
        Assert.That(Wards(reports, SampleReportKind.Regular), Is.InRange(wards * 0.85, wards - 1));
        Assert.That(Wards(reports, SampleReportKind.Late), Is.InRange(1, wards * 0.15));
        Assert.That(Wards(reports, SampleReportKind.Corrected), Is.InRange(1, wards * 0.12));
        Assert.That(reports.Sum(r => r.Returns.Count), Is.LessThan(wards * 0.03));
    }

    private static int Wards(IEnumerable<SampleReport> reports, SampleReportKind kind) => reports.Where(r => r.Kind == kind).Sum(r => r.Lines.Count);
}
