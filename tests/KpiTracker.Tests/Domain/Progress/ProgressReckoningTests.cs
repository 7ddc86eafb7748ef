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
            Assert.That(progress.Status, Is.EqualTo(ProgressStatus.Undated), "it stands still");
            Assert.That(Reckon(series, 1, ASeries.Target(80, null)).Status, Is.EqualTo(ProgressStatus.Undated), "it rose");
            Assert.That(Reckon(series, 0, ASeries.Target(30, null)).Status, Is.EqualTo(ProgressStatus.Achieved));
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
    public void The_first_month_is_where_the_path_sets_out_from_and_judges_nobody() => Assert.Multiple(() =>
    {
        Assert.That(Reckon(ASeries.Of(ASeries.Officials, 0), 0, ASeries.Target(95)).Status, Is.EqualTo(ProgressStatus.FirstMonth));
        Assert.That(Reckon(ASeries.Of(ASeries.Officials, 96), 0, ASeries.Target(95)).Status, Is.EqualTo(ProgressStatus.Achieved));
        Assert.That(Reckon(ASeries.Of(ASeries.Officials, 0), 0, ASeries.Target(95, "2025-05-31")).Status, Is.EqualTo(ProgressStatus.Missed));
        Assert.That(
            Reckon(ASeries.Of(ASeries.Officials, 10), 0, ASeries.Target(95) with { Baseline = new GivenBaseline(ASeries.May2025.Previous, 0) }).Status,
            Is.EqualTo(ProgressStatus.OnTrack),
            "a baseline that the source gives is no figure of the month");
    });

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

    [Test]
    public void A_count_asked_of_each_ward_is_judged_on_the_wards_that_have_a_figure()
    {
        var progress = OfEachWard(null, 5, 4, 0, null);

        Assert.Multiple(() =>
        {
            Assert.That((progress.Measure, progress.Goal, progress.WardsWithout), Is.EqualTo((2m, (decimal?)3m, 5)), "of eight wards five are silent");
            Assert.That(progress.Value!.Numerator, Is.EqualTo(9));
            Assert.That(progress.Status, Is.EqualTo(ProgressStatus.Undated));
        });
    }

    [TestCase(ProgressStatus.Achieved, 9, 1)]
    [TestCase(ProgressStatus.Awaiting, 9, 1, null, Description = "all who reported reach it; who is silent neither does nor fails")]
    [TestCase(ProgressStatus.Missed, 9, 0, Description = "nine in one ward do not make up for none in another")]
    [TestCase(ProgressStatus.Missed, 9, 0, null)]
    public void A_silent_ward_keeps_a_target_of_each_ward_from_being_achieved_and_puts_it_behind_in_nothing(ProgressStatus status, params int?[] wards) =>
        Assert.That(OfEachWard("2025-05-31", wards).Status, Is.EqualTo(status));

    [Test]
    public void Before_the_deadline_a_ward_that_does_not_reach_it_is_a_risk() =>
        Assert.That(OfEachWard("2025-12-31", 9, 0, null).Status, Is.EqualTo(ProgressStatus.AtRisk));

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

    private static IndicatorProgress OfEachWard(string? by, params int?[] wards)
    {
        var target = ASeries.Target(1, by, indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard);
        return ProgressReckoning.For(ASeries.District, ASeries.May2025, ASeries.Of(ASeries.Ambassadors, wards.Sum()), ASeries.Choice(target), [.. wards.Select(w => w is { } count ? new IndicatorValue(count, null) : null)]);
    }

    private static IndicatorProgress Reckon(ProgressSeries series, int month, params Target[] steps) =>
        ProgressReckoning.For(ASeries.District, ASeries.May2025.AddMonths(month), series, ASeries.Choice(steps));

    [Test]
    public void A_flow_that_nobody_gave_a_target_is_ranked_and_drawn_by_the_month_that_is_printed()
    {
        var series = ASeries.Of(ASeries.Visits, 100, 40);

        Assert.That(ProgressReckoning.For(ASeries.District, series.Points[^1].Period, series, target: null).Measure, Is.EqualTo(40));
    }
}
