using System.Globalization;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Domain.Periods;

/// <summary>Opening, closing, due dates and lateness, of calendar months and of months that close on the 14th.</summary>
internal sealed class ReportingCalendarTests
{
    private static readonly HashSet<DateOnly> Holidays =
        [Day("2025-09-01"), Day("2025-09-02"), Day("2026-01-01"), Day("2026-02-16"), Day("2026-02-17"), Day("2026-02-18"), Day("2026-02-19"), Day("2026-02-20")];

    private static readonly ReportingPeriod Begin = new(2025, 1);

    private static readonly ReportingCalendar Calendar = new([PeriodRule.CalendarMonths], Holidays);
    private static readonly ReportingCalendar ClosingOn14 = new([new PeriodRule(Begin, 14, 2)], Holidays);
    private static readonly ReportingCalendar ClosingOn31 = new([new PeriodRule(Begin, 31, 2)], Holidays);

    [TestCase("2025-05", "2025-05-01", "2025-05-31", "2025-06-06")]
    [TestCase("2025-08", "2025-08-01", "2025-08-31", "2025-09-09", Description = "Quốc khánh does not count")]
    [TestCase("2025-12", "2025-12-01", "2025-12-31", "2026-01-08", Description = "New Year's Day does not count")]
    [TestCase("2026-01", "2026-01-01", "2026-01-31", "2026-02-06")]
    public void A_calendar_month_is_due_on_the_fifth_working_day_after_it(string period, string opens, string closes, string due) =>
        AssertDays(Calendar, period, opens, closes, due);

    [TestCase("2025-05", "2025-04-15", "2025-05-14", "2025-05-16")]
    [TestCase("2025-06", "2025-05-15", "2025-06-14", "2025-06-17", Description = "closes on a Saturday")]
    [TestCase("2026-01", "2025-12-15", "2026-01-14", "2026-01-16")]
    [TestCase("2026-02", "2026-01-15", "2026-02-14", "2026-02-24", Description = "the whole week of Tết")]
    public void A_month_may_close_on_the_14th(string period, string opens, string closes, string due) =>
        AssertDays(ClosingOn14, period, opens, closes, due);

    [TestCase("2025-02", "2025-02-01", "2025-02-28")]
    [TestCase("2025-03", "2025-03-01", "2025-03-31")]
    [TestCase("2025-04", "2025-04-01", "2025-04-30")]
    public void A_closing_day_that_a_month_does_not_have_is_its_last(string period, string opens, string closes) =>
        Assert.That(
            (ClosingOn31.OpensOn(ReportingPeriod.Parse(period)), ClosingOn31.ClosesOn(ReportingPeriod.Parse(period))),
            Is.EqualTo((Day(opens), Day(closes))));

    [TestCase("2025-06-06", false)]
    [TestCase("2025-06-07", true)]
    [TestCase("2025-05-20", false)]
    public void The_due_date_itself_is_on_time(string sent, bool isLate) =>
        Assert.That(Calendar.IsLate(new ReportingPeriod(2025, 5), Day(sent)), Is.EqualTo(isLate));

    [TestCase("2025-05-31", "2025-04")]
    [TestCase("2025-06-01", "2025-05")]
    [TestCase("2026-01-01", "2025-12")]
    public void The_month_that_is_due_is_the_last_one_closed(string today, string expected) =>
        Assert.That(Calendar.LatestClosed(Day(today)).ToString(), Is.EqualTo(expected));

    [TestCase("2025-05-14", "2025-04")]
    [TestCase("2025-05-15", "2025-05")]
    [TestCase("2025-05-31", "2025-05")]
    public void With_months_that_close_on_the_14th_the_next_is_due_from_the_15th(string today, string expected) =>
        Assert.That(ClosingOn14.LatestClosed(Day(today)).ToString(), Is.EqualTo(expected));

    [TestCase("2026-05", "2026-05-01", "2026-05-31", "2026-06-05")]
    [TestCase("2026-06", "2026-06-01", "2026-06-14", "2026-06-16", Description = "the first to close on the 14th begins where the last one ended")]
    [TestCase("2026-07", "2026-06-15", "2026-07-14", "2026-07-16")]
    [TestCase("2026-09", "2026-08-15", "2026-09-30", "2026-10-07", Description = "back to calendar months: a long one, no day in two months or in none")]
    public void A_rule_holds_from_its_month_on(string period, string opens, string closes, string due) =>
        AssertDays(new ReportingCalendar([new(new(2026, 9), null, 5), PeriodRule.CalendarMonths, new(new(2026, 6), 14, 2)], Holidays), period, opens, closes, due);

    [Test]
    public void A_calendar_without_a_rule_cannot_be_made() =>
        Assert.That(() => new ReportingCalendar([], Holidays), Throws.ArgumentException);

    private static void AssertDays(ReportingCalendar calendar, string period, string opens, string closes, string due)
    {
        var month = ReportingPeriod.Parse(period);
        Assert.That((calendar.OpensOn(month), calendar.ClosesOn(month), calendar.DueOn(month)), Is.EqualTo((Day(opens), Day(closes), Day(due))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [TestCase("2025-03-31", "2025-03", MonthStage.BeforeCampaign)]
    [TestCase("2025-05-31", "2025-05", MonthStage.Running, Description = "its last day")]
    [TestCase("2025-06-01", "2025-05", MonthStage.Collecting)]
    [TestCase("2025-06-09", "2025-05", MonthStage.Collecting, Description = "the due date itself")]
    [TestCase("2025-06-10", "2025-05", MonthStage.Due)]
    public void A_month_runs_then_collects_and_is_due_the_day_after_its_due_date(string today, string period, MonthStage stage) =>
        Assert.That(new ReportingCalendar([PeriodRule.CalendarMonths], new HashSet<DateOnly>()).StageOf(ReportingPeriod.Parse(period), Day("2025-06-09"), Day(today)), Is.EqualTo(stage));

    [TestCase("2025-03", false)]
    [TestCase("2025-04", true)]
    public void Reports_are_expected_from_the_campaign_s_first_month_on(string period, bool expected) =>
        Assert.That(new ReportingCalendar([PeriodRule.CalendarMonths], new HashSet<DateOnly>()).IsReported(ReportingPeriod.Parse(period)), Is.EqualTo(expected));
}
