using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Domain.Periods;

internal sealed class ReportingPeriodTests
{
    [TestCase("2025-05", "2025-05")]
    [TestCase("2025-5", "2025-05")]
    [TestCase(" 2025-12 ", "2025-12")]
    [TestCase("2025-13", null)]
    [TestCase("2025-00", null)]
    [TestCase("2025-005", null)]
    [TestCase("2025-+5", null)]
    [TestCase("25-05", null)]
    [TestCase("1899-12", null)]
    [TestCase("9999-01", null)]
    [TestCase("2025-05-01", null)]
    [TestCase("05/2025", null)]
    [TestCase("２０２５-05", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_month_is_written_year_first(string? text, string? expected) =>
        Assert.That(ReportingPeriod.TryParse(text, out var period) ? period.ToString() : null, Is.EqualTo(expected));

    [TestCase("2025-05", 1, "2025-06")]
    [TestCase("2025-12", 1, "2026-01")]
    [TestCase("2025-01", -1, "2024-12")]
    [TestCase("2025-05", -17, "2023-12")]
    [TestCase("2025-05", 0, "2025-05")]
    public void Months_add_over_the_year(string from, int months, string expected) =>
        Assert.That(ReportingPeriod.Parse(from).AddMonths(months).ToString(), Is.EqualTo(expected));

    [TestCase("2024-02", "2024-02-29")]
    [TestCase("2025-02", "2025-02-28")]
    [TestCase("2025-12", "2025-12-31")]
    public void The_last_day_is_the_months_own(string period, string expected) =>
        Assert.That(ReportingPeriod.Parse(period).LastDay.ToString("O", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [TestCase("2025-05", "2025-05", 1, 0)]
    [TestCase("2025-11", "2026-02", 4, 3)]
    [TestCase("2026-02", "2025-11", 0, -3)]
    public void A_range_holds_both_ends_and_nothing_backwards(string first, string last, int count, int between) =>
        Assert.Multiple(() =>
        {
            Assert.That(ReportingPeriod.Range(ReportingPeriod.Parse(first), ReportingPeriod.Parse(last)).Count(), Is.EqualTo(count));
            Assert.That(ReportingPeriod.Parse(first).MonthsUntil(ReportingPeriod.Parse(last)), Is.EqualTo(between));
        });

    [Test]
    public void Periods_sort_by_time() =>
        Assert.That(new[] { "2026-01", "2025-12", "2025-02" }.Select(text => ReportingPeriod.Parse(text)).Order().Select(p => p.ToString()), Is.EqualTo(new[] { "2025-02", "2025-12", "2026-01" }));
}
