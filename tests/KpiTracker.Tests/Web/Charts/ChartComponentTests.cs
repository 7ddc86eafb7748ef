using AngleSharp.Dom;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class ChartComponentTests
{
    [Test]
    public async Task A_bullet_bar_is_a_named_group_with_a_named_link_and_writes_lengths_with_a_point()
    {
        var html = await Rendered.AsHtmlAsync<BulletBar>(new
        {
            Geometry = BulletGeometry.Of(62.5m, 95, 70, 100),
            Label = "Cán bộ",
            Href = "/units/003/indicators/OFFICIALS?period=2025-05",
            MarkLabel = "Cán bộ: 62,5%",
            ValueText = "62,5%",
        });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("svg.bullet")!.GetAttribute("role"), Is.EqualTo("group"));
            Assert.That(html.QuerySelector("a")!.GetAttribute("aria-label"), Is.EqualTo("Cán bộ: 62,5%"));
            Assert.That(html.QuerySelector("rect.bullet-value")!.GetAttribute("width"), Is.EqualTo("62.5%"));
            Assert.That(html.QuerySelector("line.bullet-goal")!.GetAttribute("x1"), Is.EqualTo("95%"));
            Assert.That(html.QuerySelector(".bullet-expected"), Is.Not.Null);
        });
    }

    [Test]
    public async Task A_bullet_bar_without_data_draws_no_bar()
    {
        var html = await Rendered.AsHtmlAsync<BulletBar>(new { Geometry = BulletGeometry.Of(null, 95, null, 100), Label = "x", Href = "/", MarkLabel = "x", ValueText = "–" });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".bullet-value"), Is.Null);
            Assert.That(html.QuerySelector(".chart-missing"), Is.Not.Null);
        });
    }

    [Test]
    public async Task Every_month_with_a_figure_is_a_link_with_its_figure_in_its_name()
    {
        var series = ASeries.Of(ASeries.Officials, 60, null, 64.25m);
        var frame = TrendFrame.For(ASeries.May2025, new ReportingPeriod(2025, 7), 100, 200);

        var html = await Rendered.AsHtmlAsync<TrendChart>(new
        {
            Frame = frame,
            Geometry = TrendGeometry.Of(frame, series, null, null),
            Label = "Cán bộ theo tháng",
            IsPercent = true,
            MarkHref = (Func<SeriesPoint, string>)(p => $"/units/003?period={p.Period}"),
            MarkLabel = (Func<SeriesPoint, string>)(p => $"{p.Period}: {ProgressTexts.Value(p.Value)}"),
            ChangeText = (Func<ReportingPeriod, string>)(_ => ""),
            TargetText = (Func<TargetStep, string>)(_ => ""),
            IsUnapproved = (Func<SeriesPoint, bool>)(p => p.Period == ASeries.May2025),
        });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll("a").Select(a => a.GetAttribute("aria-label")), Is.EqualTo((string[])["2025-05: 60,0%", "2025-07: 64,3%"]));
            Assert.That(html.QuerySelectorAll(".trend-line"), Is.Empty, "the two months are not neighbours");
            Assert.That(html.QuerySelectorAll("a.is-provisional").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])["/units/003?period=2025-05"]), "hollow until it is approved");
            Assert.That(html.QuerySelector("a.is-looked")!.GetAttribute("href"), Does.EndWith("2025-07"));
        });
    }

    [Test]
    public async Task A_status_is_icon_word_and_colour([Values] ProgressStatus status)
    {
        var html = await Rendered.AsHtmlAsync<StatusMark>(new { Status = status });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("path")!.GetAttribute("d"), Is.Not.Empty);
            Assert.That(html.Words(), Is.EqualTo(ProgressTexts.Status(status, System.Globalization.CultureInfo.GetCultureInfo("vi"))));
            Assert.That(html.QuerySelector(".status")!.ClassList, Has.Length.EqualTo(2));
        });
    }

    [Test]
    public void No_two_statuses_share_an_icon() =>
        Assert.That(Enum.GetValues<ProgressStatus>().Select(StatusLook.Icon), Is.Unique);

    [Test]
    public async Task A_ranking_is_a_list_whose_lines_lead_to_the_unit_and_to_the_figure()
    {
        RankingRow[] rows = [new(1, "Phường Tây Hồ", "/units/00103", "/submissions/7?cell=D9", "62,5%", "Phường Tây Hồ: 62,5%", "", "", BulletGeometry.Of(62.5m, 95, null, 100), ProgressStatus.Behind)];

        var html = await Rendered.AsHtmlAsync<RankingBars>(new { Rows = rows, Label = "Xếp hạng" });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll("ol > li"), Has.Length.EqualTo(1));
            Assert.That(html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])["/units/00103", "/submissions/7?cell=D9"]));
        });
    }
}
