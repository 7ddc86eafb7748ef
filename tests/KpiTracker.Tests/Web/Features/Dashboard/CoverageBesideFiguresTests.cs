using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>No figure stands without how many wards are behind it, nor as if it were settled while it may still change.</summary>
public sealed class CoverageBesideFiguresTests
{
    private static readonly UnitProgress Waiting = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70), ("Xuân La", null));

    private static readonly UnitProgress Complete = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70));

    private static readonly UnitProgress Approved = Complete with
    {
        Wards = [.. Complete.Wards.Select(w => w with { IsApproved = true })],
        Children = [.. Complete.Children.Select(c => c with { Wards = [.. c.Wards.Select(w => w with { IsApproved = true })] })],
    };

    [Test]
    public async Task A_bar_says_of_how_many_wards_it_is_and_is_hollow_until_it_is_settled()
    {
        var waiting = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = Waiting });
        var complete = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = Complete });
        var approved = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = Approved });

        Assert.Multiple(() =>
        {
            Assert.That(waiting.QuerySelector(".indicator-coverage")!.Words(), Is.EqualTo("2/3 phường, xã đã nộp, tạm tính"));
            Assert.That(complete.QuerySelector(".indicator-coverage")!.Words(), Is.EqualTo("2/2 phường, xã đã nộp, tạm tính"), "all reported, nothing approved");
            Assert.That(approved.QuerySelector(".indicator-coverage")!.Words(), Is.EqualTo("2/2 phường, xã đã nộp"));
            Assert.That(new[] { waiting, complete, approved }.Select(html => html.QuerySelectorAll(".indicator .is-hollow").Length), Is.EqualTo((int[])[1, 1, 0]));
            Assert.That(waiting.QuerySelector(".legend")!.Words(), Does.Contain("Số tạm tính: chưa đủ phường, xã hoặc chưa duyệt hết"));
            Assert.That(approved.QuerySelector(".legend")!.Words(), Does.Not.Contain("tạm tính"));
        });
    }

    [Test]
    public async Task Ranking_and_small_charts_mark_what_is_not_approved_and_what_is_only_an_earlier_figure()
    {
        var ranking = await Rendered.AsHtmlAsync<ChildRankingList>(new { Progress = Waiting, Indicator = ASeries.Officials });
        var charts = await Rendered.AsHtmlAsync<MultiplesSection>(new { Progress = Waiting, Indicator = ASeries.Officials });
        var settled = await Rendered.AsHtmlAsync<MultiplesSection>(new { Progress = Approved, Indicator = ASeries.Officials });

        Assert.Multiple(() =>
        {
            Assert.That(ranking.QuerySelectorAll(".ranking .is-hollow"), Has.Length.EqualTo(2));
            Assert.That(ranking.QuerySelectorAll(".ranking-name small").Select(s => s.Words()), Is.EqualTo((string[])["chưa duyệt", "chưa duyệt"]));
            Assert.That(charts.QuerySelectorAll(".multiple-note").Select(p => p.Words()), Is.EqualTo((string[])["chưa duyệt", "chưa duyệt"]));
            Assert.That(charts.QuerySelectorAll(".is-provisional .trend-dot"), Has.Length.EqualTo(2));
            Assert.That(charts.QuerySelector("svg.spark a")!.GetAttribute("aria-label"), Does.EndWith("; chưa duyệt"));
            Assert.That(settled.QuerySelectorAll(".multiple-note, .is-provisional"), Is.Empty);
        });
    }

    [Test]
    public async Task A_month_of_some_wards_says_so_in_the_table_of_all_units()
    {
        var child = Complete.Children[0];
        var area = child with { Standings = new Dictionary<string, IndicatorStanding> { ["OFFICIALS"] = OfSome(child.Standings["OFFICIALS"]) } };
        var charts = await Rendered.AsHtmlAsync<MultiplesSection>(new { Progress = Complete with { Children = [area, Complete.Children[1]] }, Indicator = ASeries.Officials });

        Assert.That(charts.QuerySelectorAll("tbody td").Select(td => td.Words()), Is.EqualTo((string[])["62,5% (3/4)", "70,0%"]));
    }

    private static IndicatorStanding OfSome(IndicatorStanding standing) =>
        new(standing.Progress, standing.Series with { Points = [.. standing.Series.Points.Select(p => p with { Coverage = new Coverage(3, 4) })] });
}
