using AngleSharp.Dom;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>The indicators that nobody set a target for: a line each, and one table of all months.</summary>
public sealed class FollowedSectionTests
{
    private static readonly ReportingPeriod July = ASeries.May2025.AddMonths(2);

    [Test]
    public async Task Each_indicator_without_a_target_has_its_figure_its_course_and_its_change_in_one_row()
    {
        var html = await Rendered.AsHtmlAsync<FollowedSection>(new { Progress = District(ASeries.Of(ASeries.Officials, 60, 62, 64), ASeries.Of(ASeries.Ambassadors, 30, 32, 34)) });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".followed li a").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])["/units/003/indicators/OFFICIALS?period=2025-07", "/units/003/indicators/AMBASSADORS?period=2025-07"]));
            Assert.That(html.QuerySelectorAll(".followed strong").Select(f => f.Words()), Is.EqualTo((string[])["64,0%", "34 người"]));
            Assert.That(html.QuerySelectorAll(".followed .sparkline").Select(s => s.GetAttribute("aria-label")), Is.EqualTo((string[])["OFFICIALS theo tháng, Quận Tây Hồ", "AMBASSADORS theo tháng, Quận Tây Hồ"]));
            Assert.That(html.QuerySelector(".chart-note")!.Words(), Does.StartWith("Đường nhỏ: từ 05/2025 đến 07/2025, vẽ từ 0; các tỷ lệ chung một thang đến 100%"));
        });
    }

    [Test]
    public async Task What_is_judged_against_a_target_does_not_stand_there_twice()
    {
        var judged = ASeries.Of(ASeries.Officials, 60, 62, 64);
        var progress = District() with { Indicators = [new IndicatorStanding(ProgressReckoning.For(ASeries.District, July, judged, ASeries.Choice(ASeries.Target(95))), judged)] };

        Assert.That((await Rendered.AsHtmlAsync<FollowedSection>(new { Progress = progress })).QuerySelector("section"), Is.Null);
    }

    [Test]
    public async Task A_figure_of_some_wards_has_a_hollow_mark_and_tells_in_the_table_of_how_many()
    {
        var html = await Rendered.AsHtmlAsync<FollowedSection>(new { Progress = District(Incomplete(ASeries.Of(ASeries.Ambassadors, 30, 32, 4))) });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".sparkline .is-provisional circle"), Has.Length.EqualTo(1));
            Assert.That(html.QuerySelectorAll("tbody tr:first-child td").Select(td => td.Words()), Is.EqualTo((string[])["30", "32", "4 (1/8)"]));
        });
    }

    [Test]
    public async Task The_table_says_of_each_month_whether_it_is_approved()
    {
        var progress = District(ASeries.Of(ASeries.Ambassadors, 30, null, 34)) with { Unapproved = new Dictionary<ReportingPeriod, int> { [July] = 3 } };

        var html = await Rendered.AsHtmlAsync<FollowedSection>(new { Progress = progress });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll("tbody tr:last-child td").Select(td => td.Words()), Is.EqualTo((string[])["đã duyệt", FigureText.Missing, "chưa duyệt: 3 phường, xã"]));
            Assert.That(html.QuerySelectorAll(".sparkline .is-provisional circle"), Has.Length.EqualTo(1), "the last month's mark");
        });
    }

    [Test]
    public async Task An_indicator_that_is_silent_this_month_keeps_its_course()
    {
        var html = await Rendered.AsHtmlAsync<FollowedSection>(new { Progress = District(ASeries.Of(ASeries.Ambassadors, 30, 32, null)) });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".followed strong")!.Words(), Is.EqualTo(FigureText.Missing));
            Assert.That(html.QuerySelectorAll(".sparkline .trend-line"), Has.Length.EqualTo(1));
        });
    }

    [TestCase(64, "Cần thêm")]
    [TestCase(null, "Kỳ này chưa có số liệu nên không dự báo")]
    public async Task One_with_a_target_keeps_its_course_too_and_forecasts_nothing_without_a_figure(double? now, string words)
    {
        var series = ASeries.Of(ASeries.Officials, 60, 62, (decimal?)now);
        var standing = new IndicatorStanding(ProgressReckoning.For(ASeries.District, July, series, ASeries.Choice(ASeries.Target(95, "2026-12-31"))), series);

        var html = await Rendered.AsHtmlAsync<OutlookSection>(new { Progress = District() with { Indicators = [standing] } });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".outlook")!.Words(), Does.StartWith(words));
            Assert.That(html.QuerySelectorAll(".trend .trend-line"), Is.Not.Empty);
        });
    }

    private static UnitProgress District(params ProgressSeries[] series) => AUnit.WithOfficials(("Bưởi", 62.5m)) with
    {
        Period = July,
        Indicators = [.. series.Select(s => new IndicatorStanding(ProgressReckoning.For(ASeries.District, July, s, null), s))],
    };

    private static ProgressSeries Incomplete(ProgressSeries series) =>
        series with { Points = [.. series.Points.SkipLast(1), series.Points[^1] with { Coverage = new Coverage(1, 8) }] };
}
