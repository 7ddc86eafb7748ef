using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>Months are compared over the wards that have a figure in both, and never over a change of territory.</summary>
public sealed class SameWardsTests
{
    // Visits of May, June and July; every ward is another one since July.
    [Test]
    public void A_flow_sets_out_from_what_has_come_together_by_then()
    {
        var series = ASeries.Of(ASeries.Visits, 40, 50, 10) with { TerritoryChanges = [new TerritoryChange(July, IsCarried: true, IsOfAll: true)] };

        Assert.That(ProgressReckoning.For(ASeries.District, July, series, null).Baseline!.Value.Measure, Is.EqualTo(100));
    }

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly ReportingPeriod May = ASeries.May2025, June = May.Next, July = June.Next;

    // All eight wards: 60 % of 1.000, then 63 %. Of the seven that have both: 500 of 800, then 540 of 800, which are 5 points more.
    [TestCase(8, 8, 8, 8, 3.0, Description = "every ward both times")]
    [TestCase(8, 8, 2, 2, 3.0, Description = "all of them, before and after others took their place")]
    [TestCase(7, 8, 8, 8, 5.0)]
    [TestCase(8, 8, 7, 8, 5.0)]
    [TestCase(7, 8, 7, 8, 5.0, Description = "as many of as many may be others: only the same ones count")]
    public void A_change_is_over_the_wards_that_have_both(int before, int expectedBefore, int now, int expected, double change)
    {
        var series = Covered(ASeries.Of(ASeries.Officials, 60, 63), (before, expectedBefore), (now, expected)) with { SameWards = [Same(May, June, 500, 540, 7)] };

        Assert.That(series.Compare(May, June)!.Change, Is.EqualTo((decimal)change));
    }

    [TestCase(4, true)]
    [TestCase(3, false, Description = "three of eight are less than half")]
    public void With_too_few_wards_there_is_silence_and_its_reason(int wards, bool isGiven)
    {
        var series = Covered(ASeries.Of(ASeries.Officials, 60, 63), (5, 8), (6, 8)) with { SameWards = [Same(May, June, 500, 540, wards)] };

        Assert.Multiple(() =>
        {
            Assert.That(series.Compare(May, June) is not null, Is.EqualTo(isGiven));
            Assert.That(series.WhyIncomparable(May, June)?.Reason, Is.EqualTo(isGiven ? null : IncomparableReason.TooFewWards));
        });
    }

    [Test]
    public void Every_silence_has_its_reason()
    {
        var series = ASeries.Of(ASeries.Officials, 60, null, 63);

        Assert.Multiple(() =>
        {
            Assert.That(series.WhyIncomparable(May.Previous, May), Is.EqualTo(new Incomparable(IncomparableReason.FirstFigure)));
            Assert.That(series.WhyIncomparable(May, June), Is.EqualTo(new Incomparable(IncomparableReason.NoFigure)));
            Assert.That(series.WhyIncomparable(June, July), Is.EqualTo(new Incomparable(IncomparableReason.NoFigureBefore)));
            foreach (var reason in Enum.GetValues<IncomparableReason>())
            {
                Assert.That(ProgressTexts.Why(new Incomparable(reason, reason == IncomparableReason.OtherTerritory ? July : null), Vietnamese), Is.Not.Empty);
            }
        });
    }

    [Test]
    public void The_recent_pace_is_over_the_same_wards_too_and_says_on_how_many()
    {
        var adults = ASeries.Percentage("ADULTS") with { UnitOfMeasureVi = "người" };
        var series = Covered(ASeries.Of(adults, 50, 51, 52, 50), (8, 8), (8, 8), (8, 8), (7, 8)) with { SameWards = [Same(May, July.Next, 440, 500, 7)] };
        var progress = ProgressReckoning.For(ASeries.District, July.Next, series, ASeries.Choice(ASeries.Target(80, "2025-10-31", indicator: "ADULTS")));
        var pace = RequiredPace.For(progress, series)!;

        Assert.Multiple(() =>
        {
            Assert.That(pace.Recent, Is.EqualTo(new RecentPace(20, 3, 7)));
            Assert.That(PaceTexts.Required(pace, progress, Vietnamese), Does.EndWith("; 3 tháng qua: 20 người/tháng (riêng 7 phường, xã có số cả hai kỳ, chưa gồm các nơi khác) – số còn thiếu tính riêng 7/8 phường, xã đã nộp"));
        });
    }

    [Test]
    public void A_flow_is_the_mean_of_months_over_the_same_wards()
    {
        var series = Covered(ASeries.Of(ASeries.Visits, 100, 120, 90), (8, 8), (8, 8), (7, 8)) with
        {
            SameWards = [new MonthComparison(June, July, new(105, null), new(90, null), 7, 8), new MonthComparison(May, July, new(75, null), new(90, null), 7, 8)],
        };

        Assert.That(RecentPace.Of(series, July), Is.EqualTo(new RecentPace(90, 3, 7)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Nothing_crosses_a_change_of_territory_unless_the_people_are_the_same(bool isCarried)
    {
        var series = Covered(ASeries.Of(ASeries.Officials, 50, 52, 30, 33), (8, 8), (8, 8), (2, 2), (2, 2)) with { TerritoryChanges = [new TerritoryChange(July, isCarried, IsOfAll: true)] };
        var progress = ProgressReckoning.For(ASeries.Area, July, series, ASeries.Choice(ASeries.Target(80)));

        Assert.Multiple(() =>
        {
            Assert.That(progress.Change, Is.EqualTo(isCarried ? -22m : null));
            Assert.That(RecentPace.Of(series, July.Next), Is.EqualTo(isCarried ? new RecentPace(-170m / 3, 3) : new RecentPace(30, 1)));
            Assert.That(Forecast.MonthsKnown(series, July.Next), Is.EqualTo(isCarried ? 4 : 2));
            Assert.That(series.Compare(July, July.Next)!.Change, Is.EqualTo(3), "after it all is as usual");
            if (!isCarried)
            {
                Assert.That(ProgressTexts.Why(progress.WhyIncomparable!, Vietnamese), Is.EqualTo("đổi địa bàn từ 01/07/2025"));
            }
        });
    }

    [TestCase(1, "2025-05", Description = "looked at in June, the district's own first month")]
    [TestCase(2, "2025-07")]
    [TestCase(3, "2025-07", Description = "as its wards, which have no earlier figure")]
    public void Where_every_ward_was_replaced_all_levels_set_out_anew(int month, string from)
    {
        var series = ASeries.Of(ASeries.Officials, 50, 52, 30, 33) with { TerritoryChanges = [new TerritoryChange(July, IsCarried: true, IsOfAll: true)] };

        var progress = ProgressReckoning.For(ASeries.Area, May.AddMonths(month), series, ASeries.Choice(ASeries.Target(80)));

        Assert.Multiple(() =>
        {
            Assert.That(progress.Baseline!.Value.Period.ToString(), Is.EqualTo(from));
            Assert.That(progress.Status == ProgressStatus.FirstMonth, Is.EqualTo(month == 2));
        });
    }

    [Test]
    public void A_merger_of_some_wards_leaves_the_starting_point_where_it_was()
    {
        var series = ASeries.Of(ASeries.Officials, 50, 52, 54) with { TerritoryChanges = [new TerritoryChange(July, IsCarried: true, IsOfAll: false)] };

        Assert.That(ProgressReckoning.For(ASeries.Area, July, series, null).Baseline!.Value.Period, Is.EqualTo(May));
    }

    private static MonthComparison Same(ReportingPeriod before, ReportingPeriod month, decimal then, decimal now, int wards) =>
        new(before, month, new IndicatorValue(then, 800), new IndicatorValue(now, 800), wards, 8);

    private static ProgressSeries Covered(ProgressSeries series, params (int Reported, int Expected)[] coverages) =>
        series with { Points = [.. series.Points.Zip(coverages, (point, c) => point with { Coverage = new Coverage(c.Reported, c.Expected) })] };
}
