using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class RequiredPaceTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly ReportingPeriod September2026 = new(2026, 9);
    private static readonly Indicator Adults = ASeries.Percentage("ADULTS") with { UnitOfMeasureVi = "người" };
    private static readonly Target MoreThan85 = ASeries.Target(85, indicator: "ADULTS", comparator: Comparator.MoreThan);

    [Test]
    public void The_pace_is_told_in_one_sentence()
    {
        var (progress, pace) = Adult(MoreThan85, 11791, null, null, 12361);

        Assert.Multiple(() =>
        {
            Assert.That((pace!.Gap, pace.MonthsLeft, pace.ShownPerMonth, pace.ShownRecent), Is.EqualTo((1240m, (int?)3, (decimal?)413m, (decimal?)190m)));
            Assert.That(
                PaceTexts.Required(pace, progress, Vietnamese),
                Is.EqualTo("Cần thêm 1.240 người (413 người/tháng) để vượt 85% trước 31/12/2026; 3 tháng qua: 190 người/tháng"));
            Assert.That(
                PaceTexts.Required(pace, progress, English),
                Is.EqualTo("Another 1.240 people needed (413 people a month) to exceed 85% by 31/12/2026; last 3 months: 190 people a month"));
        });
    }

    [TestCase("2026-12-31", 3)]
    [TestCase("2026-12-29", 2)]
    [TestCase("2026-10-31", 1)]
    [TestCase("2026-10-15", 0, Description = "less than a whole month")]
    [TestCase("2026-09-30", 0)]
    [TestCase("2025-12-31", 0)]
    [TestCase(null, null)]
    public void Months_are_whole_ones_from_the_periods_end_to_the_deadline(string? deadline, int? months)
    {
        var pace = Adult(ASeries.Target(85, deadline, indicator: "ADULTS"), 12361).Pace!;

        Assert.Multiple(() =>
        {
            Assert.That(pace.MonthsLeft, Is.EqualTo(months));
            Assert.That(pace.PerMonth, Is.EqualTo(months > 0 ? 1239m / months : null));
        });
    }

    [Test]
    public void From_a_long_month_to_the_end_of_a_short_one_is_a_whole_month() =>
        Assert.That(new ReportingPeriod(2026, 8).WholeMonthsUntil(new DateOnly(2026, 9, 30)), Is.EqualTo(1));

    [TestCase(13600, 1, 1, Description = "a third of a person a month is still one")]
    [TestCase(13597, 4, 1)]
    [TestCase(13596, 5, 2)]
    [TestCase(13601, 0, 0)]
    [TestCase(14000, 0, 0)]
    public void The_gap_ends_at_nought_and_the_pace_is_rounded_to_whole_people(int numerator, int gap, int perMonth)
    {
        var (progress, pace) = Adult(MoreThan85, numerator);

        Assert.Multiple(() =>
        {
            Assert.That((pace!.Gap, pace.ShownPerMonth), Is.EqualTo(((decimal)gap, (decimal?)perMonth)));
            Assert.That(PaceTexts.Required(pace, progress, Vietnamese), gap == 0 ? Is.Null : Is.Not.Empty);
        });
    }

    [Test]
    public void Without_a_figure_or_a_target_there_is_no_pace() => Assert.Multiple(() =>
    {
        Assert.That(Adult(MoreThan85, 12361, null).Pace, Is.Null);
        Assert.That(RequiredPace.For(ProgressReckoning.For(ASeries.District, ASeries.May2025, ASeries.Of(ASeries.Officials, 60), null), ASeries.Of(ASeries.Officials, 60)), Is.Null);
    });

    [Test]
    public void No_number_of_people_more_makes_too_many_exactly_enough() =>
        Assert.That(Adult(ASeries.Target(75, indicator: "ADULTS", comparator: Comparator.Exactly), 12361).Pace, Is.Null);

    [TestCase(new[] { 100, 130, 160, 190 }, 30, 3)]
    [TestCase(new[] { -1, 130, 160, 190 }, 30, 2, Description = "three months ago is missing: the two months since the one before it")]
    [TestCase(new[] { 100, -1, -1, 191 }, 30.333, 3, Description = "gaps on the way do not matter")]
    [TestCase(new[] { 100, 90, 80, 70 }, -10, 3)]
    [TestCase(new[] { 100, -1, -1, -1, 190 }, null, null, Description = "four months ago is too long")]
    [TestCase(new[] { 190 }, null, null)]
    public void The_recent_pace_is_the_mean_gain_of_the_last_three_months(int[] numerators, double? perMonth, int? months)
    {
        var recent = Adult(MoreThan85, [.. numerators.Select(n => n < 0 ? (int?)null : n)]).Pace!.Recent;

        Assert.That((recent?.PerMonth, recent?.Months), Is.EqualTo(((decimal?)perMonth, months)).Using<(decimal?, int?)>((a, b) =>
            a.Item2 == b.Item2 && Math.Abs((a.Item1 ?? 0) - (b.Item1 ?? 0)) < 0.001m ? 0 : 1));
    }

    [Test]
    public void A_month_of_other_coverage_is_passed_over_and_a_succession_of_complete_months_is_not()
    {
        var series = Series(100, 140, 160, 190);

        Assert.Multiple(() =>
        {
            Assert.That(Recent(series, (8, 8), (8, 8), (2, 2), (2, 2))!.Value.PerMonth, Is.EqualTo(30), "all eight wards, and all two that took their place");
            Assert.That(Recent(series, (6, 8), (8, 8), (2, 2), (2, 2))!.Value, Is.EqualTo(new RecentPace(25, 2)));
            Assert.That(Recent(series, (8, 8), (8, 8), (2, 2), (1, 2)), Is.Null, "one of two wards is less than both");
        });
    }

    [TestCase(new[] { 500, 100, 120, 95 }, 105, 3, Description = "the last three")]
    [TestCase(new[] { 500, 100, -1, 95 }, 97.5, 2, Description = "a silent month is not nought")]
    [TestCase(new[] { 500 }, 500, 1)]
    public void The_recent_pace_of_a_flow_is_the_mean_of_its_months(int[] visits, double perMonth, int months)
    {
        var series = ASeries.Of(ASeries.Visits, [.. visits.Select(v => v < 0 ? (decimal?)null : v)]);

        Assert.That(RecentPace.Of(series, series.Points[^1].Period), Is.EqualTo(new RecentPace((decimal)perMonth, months)));
    }

    [Test]
    public void A_flow_still_needs_what_all_its_months_together_lack()
    {
        var target = ASeries.Target(400, "2025-10-31", indicator: "VISITS", measure: TargetMeasure.Count);
        var series = ASeries.Of(ASeries.Visits, 100, null, 120, 90);

        var pace = Pace(series, target).Pace!;

        Assert.That((pace.Gap, pace.MonthsLeft, pace.PerMonth), Is.EqualTo((90m, (int?)2, (decimal?)45m)));
    }

    [Test]
    public void Of_a_target_of_each_ward_the_wards_still_without_are_counted()
    {
        var target = ASeries.Target(1, "2025-07-31", indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard);
        var series = ASeries.Of(ASeries.Ambassadors, 9);
        IndicatorValue?[] wards = [new(9, null), new(0, null), new(0, null), null];

        var progress = ProgressReckoning.For(ASeries.District, ASeries.May2025, series, ASeries.Choice(target), wards);
        var pace = RequiredPace.For(progress, series)!;

        Assert.Multiple(() =>
        {
            Assert.That((pace.Gap, pace.ShownPerMonth, pace.Recent), Is.EqualTo((2m, (decimal?)1m, (RecentPace?)null)), "two wards that reported, in two months; who is silent is not counted");
            Assert.That(
                PaceTexts.Required(pace, progress, Vietnamese),
                Is.EqualTo("Cần thêm 2 phường, xã (1 phường, xã/tháng) để đạt ít nhất 1 ở mỗi phường, xã trước 31/07/2025"));
        });
    }

    [TestCase("2026-10-15", "Cần thêm 1.239 người để đạt ít nhất 85% trước 15/10/2026 (còn chưa đầy một tháng); tốc độ gần đây chưa so được: đây là tháng đầu có số liệu")]
    [TestCase("2026-06-30", "Còn thiếu 1.239 người để đạt ít nhất 85%; đã quá hạn 30/06/2026")]
    [TestCase(null, "Không có thời hạn; còn thiếu 1.239 người để đạt ít nhất 85%; tốc độ gần đây chưa so được: đây là tháng đầu có số liệu")]
    public void The_sentence_owns_up_to_the_time_that_is_left(string? deadline, string sentence)
    {
        var (progress, pace) = Adult(ASeries.Target(85, deadline, indicator: "ADULTS"), 12361);

        Assert.That(PaceTexts.Required(pace!, progress, Vietnamese), Is.EqualTo(sentence));
    }

    [Test]
    public void One_person_in_one_month_is_a_person_and_a_month_in_english()
    {
        var (progress, pace) = Adult(MoreThan85, 13599, 13600);

        Assert.That(PaceTexts.Required(pace!, progress, English), Is.EqualTo("Another 1 person needed (1 person a month) to exceed 85% by 31/12/2026; last 1 month: 1 person a month"));
    }

    [Test]
    public void A_count_of_things_has_its_own_unit()
    {
        var indicator = ASeries.Count("UNIVERSAL", Accumulation.Stock) with { UnitOfMeasureVi = "xã", ShortNameEn = "Universal communes" };
        var (progress, pace) = Pace(ASeries.Of(indicator, 1, 0), ASeries.Target(4, indicator: "UNIVERSAL", measure: TargetMeasure.Count, stated: false));

        Assert.Multiple(() =>
        {
            Assert.That(PaceTexts.Required(pace!, progress, Vietnamese), Is.EqualTo("Cần thêm 4 xã (1 xã/tháng) để đạt 4 trước 31/12/2026; 1 tháng qua: −1 xã/tháng"));
            Assert.That(PaceTexts.Required(pace!, progress, English), Does.StartWith("Another 4 universal communes needed"));
        });
    }

    private static (IndicatorProgress Progress, RequiredPace? Pace) Adult(Target target, params int?[] numerators) => Pace(Series(numerators), target);

    /// <summary>Months up to September 2026 of 16.000 adults.</summary>
    private static ProgressSeries Series(params int?[] numerators) => new(
        Adults,
        [.. numerators.Select((n, i) => new SeriesPoint(September2026.AddMonths(i + 1 - numerators.Length), IndicatorValue.Of(IndicatorKind.Percentage, n, 16000), new Coverage(n is null ? 0 : 8, 8), ASeries.DistrictKey))]);

    private static RecentPace? Recent(ProgressSeries series, params (int Reported, int Expected)[] coverages) => RecentPace.Of(
        series with { Points = [.. series.Points.Zip(coverages, (p, c) => p with { Coverage = new Coverage(c.Reported, c.Expected) })] },
        series.Points[^1].Period);

    private static (IndicatorProgress Progress, RequiredPace? Pace) Pace(ProgressSeries series, Target target)
    {
        var progress = ProgressReckoning.For(ASeries.District, series.Points[^1].Period, series, ASeries.Choice(target));
        return (progress, RequiredPace.For(progress, series));
    }
}
