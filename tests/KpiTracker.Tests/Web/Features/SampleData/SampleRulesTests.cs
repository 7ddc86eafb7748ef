using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;
using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Tests.Web.Features.SampleData;

/// <summary>Plausible figures, month after month: rules that look back must leave them in peace, and yet see a slip of a digit in them.</summary>
internal sealed class SampleRulesTests
{
    private static readonly ReportingPeriod Last = new(2026, 10);
    private static readonly string[] Territories = ["003", "006", "282"];

    private readonly List<(WardReport Report, ReferenceData Reference, CheckedReport Checked)> _read = [];

    [OneTimeSetUp]
    public void ReadInTheOrderOfTime()
    {
        var registers = Reports.Registers;
        var plan = new SamplePlan(registers.Units, registers.Populations, registers.Calendar);
        Dictionary<(UnitKey, ReportingPeriod), List<Observation>> known = [];
        foreach (var report in ReportingPeriod.Range(SamplePlan.First, Last)
            .SelectMany(p => plan.Collectors(p).Where(c => Territories.Contains(plan.TerritoryOf(c))).SelectMany(c => plan.ReportsOf(c, p, Last))))
        {
            using var workbook = new MemoryStream();
            SampleWorkbooks.Write(report, workbook);
            var read = ((WorkbookReading.Recognised)Reports.Read(workbook.ToArray(), report.Collector.Code, report.Period)).Report;
            var wards = registers.Units.WardsOf(report.Collector.Key, report.Period).Select(w => w.Key).ToHashSet();
            var own = known.Where(k => wards.Contains(k.Key.Item1)).OrderByDescending(k => k.Key.Item2).SelectMany(k => k.Value).ToList();
            var reference = new ReferenceData(registers.Units, registers.Indicators, report.Collector, report.Period, [.. own.Where(o => o.Period < report.Period)])
            {
                OnRecord = [.. own.Where(o => o.Period == report.Period)],
            };
            var result = ReportCheck.Run(read, reference);
            _read.Add((read, reference, result));
            foreach (var ward in result.Observations.GroupBy(o => o.Unit))
            {
                known[(ward.Key, report.Period)] = [.. ward.Select(o => new Observation(o.Unit, o.IndicatorCode, report.Period, o.Numerator, o.Denominator, o.Percent))];
            }
        }
    }

    [Test]
    public void Two_in_a_hundred_are_asked_something_at_most() =>
        Assert.That(_read.Count(r => r.Checked.Outcome != CheckOutcome.Accepted), Is.AtMost(_read.Count * 0.02));

    [Test]
    public void No_plausible_month_is_a_leap_a_copy_or_an_estimate() =>
        Assert.That(_read.SelectMany(r => r.Checked.Findings).Select(f => f.Code).Distinct(), Is.SubsetOf(new[] { "R09", "R30", "R32" }));

    [TestCase(10, 0.9)]
    [TestCase(0.1, 0.9)]
    public void A_digit_too_many_or_too_few_is_seen(double slip, double share)
    {
        // A year after the beginning; groups of at least 200 people, of which more are reached than a slip could hide.
        var slips =
            from read in _read
            where read.Reference.Period >= new ReportingPeriod(2026, 3)
            from line in read.Report.Lines
            where line.IndicatorCode is "ADULTS" or "STUDENTS" or "WORKERS" && line.Numerator?.Value > 200
            let slipped = line with { Numerator = line.Numerator! with { Value = Math.Floor(line.Numerator.Value!.Value * (decimal)slip) } }
            let report = read.Report with { Lines = [.. read.Report.Lines.Select(l => l == line ? slipped : l)], Totals = [] }
            select ReportCheck.Run(report, read.Reference).Findings.Any(f => f.Code is "R07" or "R27" && f.Cell == line.Numerator!.Cell);
        var seen = slips.Take(120).ToList();

        Assert.That(seen.Count(s => s), Is.AtLeast(seen.Count * share).And.GreaterThan(0));
    }
}
