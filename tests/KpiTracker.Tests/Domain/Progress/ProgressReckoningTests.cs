using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class ProgressReckoningTests
{
    // Baseline 60 in May 2025, target 98 in December 2026, 19 months later: the path asks for two points a month.
    [TestCase(64, ProgressStatus.OnTrack, Description = "exactly on the path")]
    [TestCase(63.9, ProgressStatus.AtRisk)]
    [TestCase(57.6, ProgressStatus.AtRisk, Description = "exactly nine tenths of it")]
    [TestCase(57.5, ProgressStatus.Behind)]
    [TestCase(98, ProgressStatus.Achieved)]
    public void Before_the_deadline_the_straight_path_judges(double july, ProgressStatus status)
    {
        var series = ASeries.Of(ASeries.Officials, 60, 61, (decimal)july);

        var progress = Reckon(series, 2, ASeries.Target(98));

        Assert.Multiple(() =>
        {
            Assert.That(progress.ExpectedToDate, Is.EqualTo(64));
            Assert.That(progress.Status, Is.EqualTo(status));
        });
    }

    [TestCase(Comparator.MoreThan, 95, ProgressStatus.Missed, Description = "95,0% is not more than 95")]
    [TestCase(Comparator.MoreThan, 95.1, ProgressStatus.Achieved)]
    [TestCase(Comparator.AtLeast, 95, ProgressStatus.Achieved)]
    [TestCase(Comparator.AtLeast, 94.9, ProgressStatus.Missed)]
    [TestCase(Comparator.Exactly, 96, ProgressStatus.Missed)]
    public void The_month_of_the_deadline_decides_by_the_comparator(Comparator comparator, double july, ProgressStatus status)
    {
        var series = ASeries.Of(ASeries.Officials, 60, 61, (decimal)july);

        Assert.That(Reckon(series, 2, ASeries.Target(95, "2025-07-31", comparator: comparator)).Status, Is.EqualTo(status));
    }

    [Test]
    public void A_target_without_a_deadline_is_never_overdue_and_has_no_path()
    {
        var series = ASeries.Of(ASeries.Officials, [30m, .. Enumerable.Repeat((decimal?)31m, 40)]);

        var progress = Reckon(series, 40, ASeries.Target(80, null));

        Assert.Multiple(() =>
        {
            Assert.That(progress.ExpectedToDate, Is.Null);
            Assert.That(progress.Status, Is.EqualTo(ProgressStatus.AtRisk), "it stands still");
            Assert.That(Reckon(series, 1, ASeries.Target(80, null)).Status, Is.EqualTo(ProgressStatus.OnTrack), "it rose");
        });
    }

    [Test]
    public void A_month_without_a_value_is_no_data_even_after_the_deadline() =>
        Assert.That(Reckon(ASeries.Of(ASeries.Officials, 60, null), 1, ASeries.Target(95, "2025-06-30")).Status, Is.EqualTo(ProgressStatus.NoData));

    [Test]
    public void A_value_without_a_target_says_so_and_nothing_else()
    {
        var progress = ProgressReckoning.For(ASeries.District, ASeries.May2025, ASeries.Of(ASeries.Officials, 60), null);

        Assert.Multiple(() =>
        {
            Assert.That(progress.Status, Is.EqualTo(ProgressStatus.NoTarget));
            Assert.That((progress.Measure, progress.Goal), Is.EqualTo((60m, (decimal?)null)));
        });
    }

    [Test]
    public void The_first_month_with_a_value_is_the_baseline()
    {
        var progress = Reckon(ASeries.Of(ASeries.Officials, null, 40, 50), 2, ASeries.Target(95));

        Assert.That(progress.Baseline!.Value.Period, Is.EqualTo(ASeries.May2025.Next));
    }

    [Test]
    public void In_the_baseline_month_itself_a_unit_is_on_its_path() =>
        Assert.That(Reckon(ASeries.Of(ASeries.Officials, 0), 0, ASeries.Target(95)).Status, Is.EqualTo(ProgressStatus.OnTrack));

    [Test]
    public void Change_is_against_the_month_before_and_unknown_across_a_gap()
    {
        var series = ASeries.Of(ASeries.Officials, 60, 62.5m, null, 70);

        Assert.Multiple(() =>
        {
            Assert.That(Reckon(series, 1, ASeries.Target(95)).Change, Is.EqualTo(2.5m));
            Assert.That(Reckon(series, 3, ASeries.Target(95)).Change, Is.Null);
            Assert.That(Reckon(series, 0, ASeries.Target(95)).Change, Is.Null);
        });
    }

    [TestCase(8, 8, 8, 8, true)]
    [TestCase(6, 8, 6, 8, true, Description = "as many of as many")]
    [TestCase(8, 8, 2, 2, true, Description = "all of them before and after July 2025")]
    [TestCase(8, 8, 6, 8, false)]
    [TestCase(6, 8, 8, 8, false)]
    [TestCase(2, 2, 1, 2, false)]
    [TestCase(5, 8, 6, 8, false)]
    [TestCase(2, 8, 2, 2, false, Description = "two of eight are not the two that there are")]
    [TestCase(4, 8, 1, 2, false, Description = "the same share of different wards")]
    public void A_change_is_given_only_between_months_with_comparable_coverage(int reportedBefore, int expectedBefore, int reported, int expected, bool isGiven)
    {
        var before = new Coverage(reportedBefore, expectedBefore);
        var now = new Coverage(reported, expected);

        Assert.Multiple(() =>
        {
            foreach (var indicator in (Indicator[])[ASeries.Officials, ASeries.Ambassadors])
            {
                var series = Covered(ASeries.Of(indicator, 12, 9), before, now);
                Assert.That(series.ChangeAt(ASeries.May2025.Next), Is.EqualTo(isGiven ? -3m : null), indicator.Code);
                Assert.That(series.IncomparableTo(ASeries.May2025.Next), Is.EqualTo(isGiven ? (Coverage?)null : before), indicator.Code);
            }
        });
    }

    [Test]
    public void Without_a_figure_to_compare_with_the_coverage_is_not_to_blame() =>
        Assert.That(ASeries.Of(ASeries.Officials, null, 60).IncomparableTo(ASeries.May2025.Next), Is.Null);

    [TestCase(31, ProgressStatus.OnTrack, Description = "it rose while all reported; that some are silent now is no standstill")]
    [TestCase(30, ProgressStatus.AtRisk, Description = "it stood still while all reported; that some are silent now is no rise")]
    public void An_undated_target_is_judged_by_the_latest_change_that_can_be_compared(double june, ProgressStatus status)
    {
        var all = new Coverage(2, 2);
        var series = Covered(ASeries.Of(ASeries.Officials, 30, (decimal)june, status == ProgressStatus.OnTrack ? 25 : 45), all, all, new Coverage(1, 2));

        var progress = Reckon(series, 2, ASeries.Target(80, null));

        Assert.Multiple(() =>
        {
            Assert.That(progress.Status, Is.EqualTo(status));
            Assert.That(progress.Change, Is.Null);
            Assert.That(progress.IsProvisional, Is.True);
        });
    }

    [Test]
    public void A_count_asked_of_each_ward_counts_the_wards_that_reach_it_and_a_silent_ward_is_not_one_of_them()
    {
        var target = ASeries.Target(1, null, indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard);
        var series = ASeries.Of(ASeries.Ambassadors, 9);
        IndicatorValue?[] wards = [Count(5), Count(4), Count(0), null];

        var progress = ProgressReckoning.For(ASeries.District, ASeries.May2025, series, ASeries.Choice(target), wards);

        Assert.Multiple(() =>
        {
            Assert.That((progress.Measure, progress.Goal), Is.EqualTo((2m, 4m)));
            Assert.That(progress.Value!.Numerator, Is.EqualTo(9));
            Assert.That(progress.Status, Is.Not.EqualTo(ProgressStatus.Achieved));
        });
    }

    [Test]
    public void Nine_ambassadors_in_one_ward_do_not_make_up_for_none_in_another()
    {
        var target = ASeries.Target(1, "2025-05-31", indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard);

        ProgressStatus Judge(params IndicatorValue?[] wards) =>
            ProgressReckoning.For(ASeries.District, ASeries.May2025, ASeries.Of(ASeries.Ambassadors, 9), ASeries.Choice(target), wards).Status;

        Assert.Multiple(() =>
        {
            Assert.That(Judge(Count(9), Count(0)), Is.EqualTo(ProgressStatus.Missed));
            Assert.That(Judge(Count(1), Count(1)), Is.EqualTo(ProgressStatus.Achieved));
        });
    }

    [Test]
    public void A_flow_is_held_against_its_target_with_all_its_months_together()
    {
        var target = ASeries.Target(300, indicator: "VISITS", measure: TargetMeasure.Count);

        var progress = Reckon(ASeries.Of(ASeries.Visits, 100, null, 120, 90), 3, target);

        Assert.Multiple(() =>
        {
            Assert.That(progress.Value!.Numerator, Is.EqualTo(90), "the month's own figure is shown");
            Assert.That(progress.Measure, Is.EqualTo(310));
            Assert.That(progress.Status, Is.EqualTo(ProgressStatus.Achieved));
        });
    }

    private static ProgressSeries Covered(ProgressSeries series, params Coverage[] coverages) =>
        series with { Points = [.. series.Points.Zip(coverages, (point, coverage) => point with { Coverage = coverage })] };

    private static IndicatorValue Count(decimal count) => new(count, null);

    private static IndicatorProgress Reckon(ProgressSeries series, int month, params Target[] steps) =>
        ProgressReckoning.For(ASeries.District, ASeries.May2025.AddMonths(month), series, ASeries.Choice(steps));
}
