using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>Each case is worked by hand; docs/decisions/0010 shows one of them step by step.</summary>
public sealed class ForecastTests
{
    private const double Gap = -1;

    // 10 → 20 → 24: slopes 10, 7, 4. Median 7, from 24: 38. The tenth percentile is 4,6 and the ninetieth 9,4, from 24.
    [TestCase(new[] { 10, 20, 24.0 }, 2, 33.2, 38, 42.8)]
    [TestCase(new[] { 10, 12, 14, 16, 18, 20.0 }, 2, 24, 24, 24, Description = "on one line there is nothing uncertain")]
    [TestCase(new[] { 70, 72, 75, 77, 78, 80.0 }, 3, 84.5, 86, 87.5)]
    [TestCase(new[] { 10, Gap, 14, 16 }, 3, 22, 22, 22, Description = "a gap is two months wide")]
    [TestCase(new[] { 99, 1, 10, 12, 14, 16, 18, 20.0 }, 1, 22, 22, 22, Description = "only the last six months count")]
    [TestCase(new[] { 99, 10, 12, Gap, 14, 16, Gap, Gap, 18, 20 }, 1, 21, 21.2, 22, Description = "the last six with data, however long ago")]
    [TestCase(new[] { 10, 12, 14, 16, 18, 30.0 }, 2, 34, 34, 42.667, Description = "one odd month does not bend the pace, which sets out from where the unit stands")]
    [TestCase(new[] { 10, 12, 50, 16, 18, 20.0 }, 2, 0, 24, 45.6, Description = "no less than nothing")]
    [TestCase(new[] { 80, 90, 97.0 }, 3, 100, 100, 100, Description = "no more than all")]
    [TestCase(new[] { 30, 20, 12.0 }, 3, 0, 0, 0)]
    public void The_median_slope_leads_to_the_middle_and_the_percentiles_to_the_ends(double[] months, int ahead, double low, double mid, double high)
    {
        var forecast = Of(ASeries.Officials, months, ahead)!;

        Assert.Multiple(() =>
        {
            Assert.That(forecast.Low, Is.EqualTo((decimal)low).Within(0.001m));
            Assert.That(forecast.Mid, Is.EqualTo((decimal)mid).Within(0.001m));
            Assert.That(forecast.High, Is.EqualTo((decimal)high).Within(0.001m));
        });
    }

    [TestCase(new[] { 60, 70.0 }, 3)]
    [TestCase(new[] { 60, Gap, Gap, 70 }, 3)]
    [TestCase(new[] { 60, 65, 70, Gap }, 3, Description = "the month itself has no figure")]
    [TestCase(new[] { 60, 65, 70.0 }, 0, Description = "the month is reached")]
    [TestCase(new[] { 60, 65, 70.0 }, -2)]
    public void With_too_little_to_go_by_there_is_silence(double[] months, int ahead) =>
        Assert.That(Of(ASeries.Officials, months, ahead), Is.Null);

    // April to July on one line, and the campaign sets out anew in July: the months before are of the time before it.
    [TestCase(ProgressStatus.FirstMonth, false)]
    [TestCase(ProgressStatus.OnTrack, true)]
    [TestCase(ProgressStatus.Achieved, true)]
    public void The_first_month_is_only_the_starting_point(ProgressStatus status, bool isForecast)
    {
        var series = ASeries.Of(ASeries.Officials, 10, 12, 14, 16);
        var progress = ProgressReckoning.For(ASeries.District, ASeries.May2025.AddMonths(3), series, ASeries.Choice(ASeries.Target(95))) with { Status = status };

        Assert.That(Forecast.For(progress, series) is not null, Is.EqualTo(isForecast));
    }

    [Test]
    public void Later_figures_are_not_looked_at()
    {
        var series = ASeries.Of(ASeries.Officials, 10, 12, 14, 90);

        Assert.That(Forecast.Of(series, ASeries.May2025.AddMonths(2), ASeries.May2025.AddMonths(4))!.Mid, Is.EqualTo(18));
    }

    // Sums 100, 220, 310: slopes 60, 70, 90; from 310 a month on.
    [Test]
    public void A_flow_is_carried_on_as_the_sum_of_its_months_and_a_count_has_no_upper_end()
    {
        var forecast = Of(ASeries.Visits, [100, Gap, 120, 90], 1)!;

        Assert.That((forecast.Low, forecast.Mid, forecast.High), Is.EqualTo((372m, 380m, 396m)));
    }

    // Without the third month the slopes are 1, 3 and 4.
    [TestCase(15, 16)]
    [TestCase(5, 8)]
    public void A_month_of_other_wards_is_left_out_where_nothing_tells_of_the_same_ones(int reported, int expected) => Assert.Multiple(() =>
    {
        foreach (var indicator in new[] { ASeries.Ambassadors, ASeries.Officials })
        {
            var series = ASeries.Of(indicator, 1, 2, 9, 10);
            series = series with { Points = [.. series.Points.Select((p, i) => i == 2 ? p with { Coverage = new Coverage(reported, expected) } : p)] };
            Assert.That(Forecast.Of(series, series.Points[^1].Period, series.Points[^1].Period.Next)!.Mid, Is.EqualTo(13), indicator.Code);
        }
    });

    [TestCase("2025-08-31", true)]
    [TestCase("2025-07-31", false)]
    [TestCase("2025-05-31", false)]
    [TestCase(null, false)]
    public void A_forecast_goes_to_the_deadline_and_no_further(string? deadline, bool isGiven)
    {
        var (progress, series) = Reckoned(ASeries.Target(95, deadline), 60, 65, 70);

        Assert.That(Forecast.For(progress, series)?.At, Is.EqualTo(isGiven ? ASeries.May2025.AddMonths(3) : null));
    }

    [TestCase(83, Comparator.AtLeast, ForecastVerdict.WillMiss)]
    [TestCase(82, Comparator.AtLeast, ForecastVerdict.MayMeet)]
    [TestCase(82, Comparator.MoreThan, ForecastVerdict.WillMiss)]
    [TestCase(78, Comparator.MoreThan, ForecastVerdict.MayMeet)]
    [TestCase(78, Comparator.AtLeast, ForecastVerdict.WillMeet)]
    [TestCase(80, Comparator.Exactly, ForecastVerdict.MayMeet)]
    [TestCase(83, Comparator.Exactly, ForecastVerdict.WillMiss)]
    public void The_verdict_is_by_the_comparator_at_both_ends(decimal value, Comparator comparator, ForecastVerdict verdict) =>
        Assert.That(new Forecast(ASeries.May2025, 78, 80, 82).VerdictOn(ASeries.Target(value, comparator: comparator)), Is.EqualTo(verdict));

    [TestCase(78, 82, 85, "dự kiến đạt 78–82% vào 31/12/2026: không đạt nếu giữ tốc độ này", "forecast 78–82% on 31/12/2026: not met at this pace")]
    [TestCase(78.25, 86.04, 85, "dự kiến đạt 78,3–86,0% vào 31/12/2026: có thể đạt nếu giữ tốc độ này", "forecast 78,3–86,0% on 31/12/2026: may be met at this pace")]
    [TestCase(86, 86.01, 85, "dự kiến đạt 86% vào 31/12/2026: sẽ đạt nếu giữ tốc độ này", "forecast 86% on 31/12/2026: will be met at this pace")]
    [TestCase(97, 99.98, 100, "dự kiến đạt 97,0–99,9% vào 31/12/2026: không đạt nếu giữ tốc độ này", "forecast 97,0–99,9% on 31/12/2026: not met at this pace")]
    public void A_forecast_is_told_in_one_sentence(double low, double high, int goal, string vietnamese, string english)
    {
        var forecast = new Forecast(new(2026, 12), (decimal)low, (decimal)low, (decimal)high);

        Assert.Multiple(() =>
        {
            Assert.That(Words("vi"), Is.EqualTo(vietnamese));
            Assert.That(Words("en"), Is.EqualTo(english));
        });

        string Words(string language) => PaceTexts.Forecast(forecast, ASeries.Officials, ASeries.Target(goal), CultureInfo.GetCultureInfo(language));
    }

    [Test]
    public void A_forecast_of_a_count_is_in_whole_things()
    {
        var target = ASeries.Target(4000, indicator: "VISITS", measure: TargetMeasure.Count);
        var visits = ASeries.Visits with { UnitOfMeasureVi = "lượt" };

        Assert.That(
            PaceTexts.Forecast(new Forecast(new(2026, 12), 3100.4m, 3200, 3300.5m), visits, target, CultureInfo.GetCultureInfo("vi")),
            Is.EqualTo("dự kiến đạt 3.100–3.301 lượt vào 31/12/2026: không đạt nếu giữ tốc độ này"));
    }

    private static Forecast? Of(Indicator indicator, double[] months, int ahead)
    {
        var series = ASeries.Of(indicator, [.. months.Select(m => m < 0 ? (decimal?)null : (decimal)m)]);
        return Forecast.Of(series, series.Points[^1].Period, series.Points[^1].Period.AddMonths(ahead));
    }

    private static (IndicatorProgress Progress, ProgressSeries Series) Reckoned(Target target, params decimal?[] months)
    {
        var series = ASeries.Of(ASeries.Officials, months);
        return (ProgressReckoning.For(ASeries.District, series.Points[^1].Period, series, ASeries.Choice(target)), series);
    }
}
