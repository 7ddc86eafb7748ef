using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>
/// A ward that did not report this month makes no target met, no gap smaller and no forecast better. Five wards of a district: in July all reported,
/// 770 of 1.000 adults; in August the one with 90 of 200 is silent, and the other four have 690 of 800 after 680.
/// </summary>
public sealed class SilentWardsTests
{
    private static readonly ReportingPeriod June = new(2025, 6), July = June.Next, August = July.Next;

    private static readonly Indicator Adults = ASeries.Percentage("ADULTS") with { UnitOfMeasureVi = "người" };

    private static readonly ProgressSeries Partial = new(Adults, [Point(June, 750, 1000, 5), Point(July, 770, 1000, 5), Point(August, 690, 800, 4)])
    {
        SameWards = [Pair(June, 665, 690), Pair(July, 680, 690)],
    };

    [Test]
    public void The_silent_ward_s_figure_of_the_month_before_is_read_off_the_sums() =>
        Assert.That(Partial.WithSilent(August), Is.EqualTo(new CarriedTotal(new IndicatorValue(780, 1000), new Coverage(4, 5, 1))));

    [Test]
    public void Where_all_reported_or_nothing_is_known_of_the_silent_nothing_is_carried() => Assert.Multiple(() =>
    {
        Assert.That(Partial.WithSilent(July), Is.Null, "all reported");
        Assert.That((Partial with { SameWards = [] }).WithSilent(August), Is.Null, "nothing known");
        Assert.That((Partial with { TerritoryChanges = [new TerritoryChange(August, IsCarried: false, IsOfAll: true)] }).WithSilent(August), Is.Null, "other territory");
        Assert.That((Partial with { Indicator = Adults with { Accumulation = Accumulation.Flow } }).WithSilent(August), Is.Null, "a flow");
    });

    // July: three wards with 500 of 650; August: the other two with 160 of 350.
    [Test]
    public void Where_no_ward_has_both_months_all_of_the_month_before_counts()
    {
        var series = new ProgressSeries(Adults, [Point(July, 500, 650, 3), Point(August, 160, 350, 2)]);

        Assert.Multiple(() =>
        {
            Assert.That((series with { AllPairsOf = August }).WithSilent(August), Is.EqualTo(new CarriedTotal(new IndicatorValue(660, 1000), new Coverage(2, 5, 3))));
            Assert.That(series.WithSilent(August), Is.Null, "nobody has asked which wards have both");
        });
    }

    // As the city on 1 July 2025: the same people, every ward another one. Nobody says which of the old wards a silent new one was.
    [Test]
    public void Wards_that_have_been_replaced_are_not_silent_ones()
    {
        var series = new ProgressSeries(Adults, [Point(July, 500, 650, 3), Point(August, 160, 350, 2)])
        {
            AllPairsOf = August,
            TerritoryChanges = [new TerritoryChange(August, IsCarried: true, IsOfAll: true)],
        };

        Assert.That(series.WithSilent(August), Is.Null);
    }

    // The four are at 86,25 %, all five with July's figure at 78 %.
    [TestCase(78, ProgressStatus.Achieved, Description = "met either way")]
    [TestCase(80, ProgressStatus.Awaiting, Description = "met by those who reported, not by all")]
    [TestCase(87, ProgressStatus.Missed, Description = "met by nobody")]
    public void A_rate_is_achieved_only_where_the_silent_would_not_undo_it(int target, ProgressStatus expected) =>
        Assert.That(Reckoned(Partial, target).Status, Is.EqualTo(expected));

    [Test]
    public void While_nothing_is_known_of_the_silent_a_rate_waits_for_them() =>
        Assert.That(Reckoned(Partial with { SameWards = [] }, 78).Status, Is.EqualTo(ProgressStatus.Awaiting));

    [TestCase("vi", "Còn thiếu 20 người để đạt ít nhất 80%; đã quá hạn 31/08/2025 – số còn thiếu tính cả số tháng trước của 1 phường, xã chưa nộp")]
    [TestCase("en", "20 people short to reach at least 80%; the deadline, 31/08/2025, has passed – silent wards counted by their last month: 1")]
    public void The_gap_is_of_all_wards_and_says_so(string language, string expected)
    {
        var progress = Reckoned(Partial, 80) with { Status = ProgressStatus.Missed };
        var pace = RequiredPace.For(progress, Partial)!;

        Assert.That(pace.Gap, Is.EqualTo(20));
        Assert.That(PaceTexts.Required(pace, progress, CultureInfo.GetCultureInfo(language)), Is.EqualTo(expected));
    }

    [Test]
    public void Where_the_silent_are_unknown_the_gap_names_those_who_reported()
    {
        var alone = Partial with { SameWards = [] };
        var progress = Reckoned(alone, 87);

        Assert.That(PaceTexts.Required(RequiredPace.For(progress, alone)!, progress, CultureInfo.GetCultureInfo("vi")), Does.EndWith("tính riêng 4/5 phường, xã đã nộp"));
    }

    // The four have 690 of 800, all five 780 of 1.000: at least 78 % is met by all with July's figure; the district's own by none if the four lag.
    [TestCase("vi", "Tính cả số tháng trước của 1 phường, xã chưa nộp thì đã đủ để đạt ít nhất 78%; riêng 4/5 phường, xã đã nộp thì chưa", "đã đủ nếu tính số tháng trước của nơi chưa nộp")]
    [TestCase("en", "With silent wards counted by their last month (1) there is enough to reach at least 78%; over 4 of 5 wards, those that reported, there is not", "nothing missing if silent wards count by their last month")]
    public void That_nothing_is_missing_only_by_a_silent_ward_s_last_figure_is_said(string language, string sentence, string beside)
    {
        var progress = Reckoned(Partial, 78) with { Status = ProgressStatus.OnTrack };
        var pace = RequiredPace.For(progress, Partial)!;

        Assert.Multiple(() =>
        {
            Assert.That(PaceTexts.Required(pace, progress, CultureInfo.GetCultureInfo(language)), Is.EqualTo(sentence));
            Assert.That(PaceTexts.StillNeeded(progress, Partial, CultureInfo.GetCultureInfo(language)), Is.EqualTo(beside));
            Assert.That(PaceTexts.StillNeeded(pace, progress, CultureInfo.GetCultureInfo(language)), Is.EqualTo(beside));
            Assert.That(PaceTexts.Required(pace, progress with { Status = ProgressStatus.Achieved }, CultureInfo.GetCultureInfo(language)), Is.Null, "the reported alone meet it too");
        });
    }

    [TestCase("vi", "Dự kiến đạt 79,3–79,8% vào 30/09/2025 (tính cả số tháng trước của 1 phường, xã chưa nộp, theo tốc độ của những nơi có số cả hai kỳ): không đạt nếu giữ tốc độ này.")]
    [TestCase("en", "Forecast 79,3–79,8% on 30/09/2025 (silent wards counted by their last month: 1, at the pace of those with figures in both months): not met at this pace.")]
    public void A_forecast_says_beside_its_figures_on_which_wards_it_rests(string language, string expected)
    {
        var progress = ProgressReckoning.For(ASeries.District, August, Partial, ASeries.Choice(ASeries.Target(90, "2025-09-30", indicator: "ADULTS")));

        Assert.That(PaceTexts.Outlook(progress, Partial, CultureInfo.GetCultureInfo(language)), Is.EqualTo(expected));
        Assert.That(PaceTexts.Outlook(progress, Partial, CultureInfo.GetCultureInfo(language), withBasis: false), Does.Not.Contain("("));
    }

    // Over the four: 83,125 – 85 – 86,25, so that June stands 3,125 and July 1,25 points below the latest figure, which is 78 % of all five.
    [Test]
    public void A_forecast_sets_out_from_all_wards_at_the_pace_of_the_same_ones()
    {
        var forecast = Forecast.Of(Partial, August, August.AddMonths(2))!;

        // Slopes 1,25, 1,5625 and 1,875.
        Assert.That((forecast.Mid, decimal.Round(forecast.Low, 3), decimal.Round(forecast.High, 3)), Is.EqualTo((81.125m, 80.625m, 81.625m)));
    }

    private static IndicatorProgress Reckoned(ProgressSeries series, int target) =>
        ProgressReckoning.For(ASeries.District, August, series, ASeries.Choice(ASeries.Target(target, "2025-08-31", indicator: "ADULTS")));

    private static SeriesPoint Point(ReportingPeriod period, int numerator, int denominator, int wards) =>
        new(period, new IndicatorValue(numerator, denominator), new Coverage(wards, 5), new UnitKey("003", DateOnly.MinValue));

    private static MonthComparison Pair(ReportingPeriod before, int then, int now) =>
        new(before, August, new IndicatorValue(then, 800), new IndicatorValue(now, 800), 4, 5);
}
