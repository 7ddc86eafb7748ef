using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>Wards of a thousand people each, in August 2025; the target is 80 % by the end of the year: four whole months are left.</summary>
public sealed class MonthlyTaskTests
{
    private static readonly ReportingPeriod August2025 = ASeries.May2025.AddMonths(3);

    [Test]
    public void Units_come_in_the_order_of_help_and_what_is_overdue_or_undated_asks_for_no_number_a_month()
    {
        var tasks = MonthlyTask.Of(
        [
            Ward("quick", "2025-12-31", 10, 20, 30, 37),         // due 40: 37 is at risk; 430 missing, 107,5 a month, 90 lately
            Ward("standing still", "2025-12-31", 40, 40, 40, 40), // due 55: 40 is behind by 27 %; 400 missing, 100 a month
            Ward("falling", "2025-12-31", 50, 50, 50, 47),       // due 61,25: behind by 23 %; 330 missing, 82,5 a month, −10 lately: counts as none
            Ward("overdue", "2025-07-31", 70, 70, 70, 50),       // behind the target by 37,5 %: 300 missing
            Ward("well", "2025-12-31", 10, 30, 50, 79),
            Ward("done", "2025-12-31", 80, 80, 80, 80),
            Ward("undated", null, 40, 40, 40, 30),
            Ward("silent", "2025-12-31", 10, 20, 30, null),
        ]);

        Assert.That(
            tasks.Select(t => (t.Progress.Unit.Name, t.Needed, t.ThisMonth, t.Extra)),
            Is.EqualTo(((string, decimal, decimal?, decimal)[])
            [
                ("overdue", 300, null, 0),
                ("standing still", 400, 100, 100),
                ("falling", 330, 82.5m, 82.5m),
                ("quick", 430, 107.5m, 17.5m),
                ("undated", 500, null, 0),
            ]));
    }

    [Test]
    public void Of_one_unit_most_people_more_than_lately_come_first_and_the_overdue_last()
    {
        var unit = Ward("ward", "2025-12-31", 1).Progress.Unit;
        var tasks = MonthlyTask.Of(((IndicatorProgress Progress, ProgressSeries Series)[])
            [.. new[] { Ward("", "2025-07-31", 30, 30, 30, 30), Ward("", "2025-12-31", 41, 43, 45, 47), Ward("", "2025-12-31", 40, 40, 40, 40) }.Select(w => (w.Progress with { Unit = unit }, w.Series))]);

        Assert.That(tasks.Select(t => t.Needed), Is.EqualTo((decimal[])[400, 330, 500]));
    }

    [Test]
    public void A_ward_under_a_target_of_each_ward_is_told_its_own_people()
    {
        var target = ASeries.Choice(ASeries.Target(2, "2025-06-30", indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard));
        var series = ASeries.Of(ASeries.Ambassadors, 0, 0, 0, 0);
        var progress = ProgressReckoning.For(ASeries.Ward, August2025, series, target, [series.Points[^1].Value]);

        var task = MonthlyTask.Of([(progress, series)]).Single();

        Assert.Multiple(() =>
        {
            Assert.That(task.Needed, Is.EqualTo(2));
            Assert.That(PaceTexts.StillNeeded(progress, series, CultureInfo.GetCultureInfo("vi")), Is.EqualTo("còn thiếu 2 người"));
            Assert.That(task.Pace.Gap, Is.EqualTo(1), "wards");
        });
    }

    [TestCase(79, "còn thiếu 10 người")]
    [TestCase(80, "đã đủ")]
    [TestCase(null, "")]
    public void What_is_missing_is_told_in_people(double? percent, string words)
    {
        var (progress, series) = Ward("", "2025-12-31", (decimal?)percent);

        Assert.That(PaceTexts.StillNeeded(progress with { }, series, CultureInfo.GetCultureInfo("vi")), Is.EqualTo(words));
    }

    private static (IndicatorProgress Progress, ProgressSeries Series) Ward(string name, string? by, params decimal?[] percents)
    {
        var series = ASeries.Of(ASeries.Officials, percents);
        var unit = new OrganisationUnit(ASeries.WardKey with { Code = name }, name, name, "phuong", ASeries.AreaKey, null);
        return (ProgressReckoning.For(unit, series.Points[^1].Period, series, ASeries.Choice(ASeries.Target(80, by))), series);
    }
}
