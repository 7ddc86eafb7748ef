using AngleSharp.Dom;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

public sealed class ChildRankingTests
{
    // Distances to the target of 95: 32,5 · 25 · 25; Xuân La has none.
    private static readonly UnitProgress District = WithoutTarget(AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", 70m), ("Xuân La", 99m)), "Xuân La");

    [Test]
    public void Who_has_no_target_is_not_ranked_among_those_who_have_one()
    {
        var ranking = ChildRanking.Of(District, ASeries.Officials);

        Assert.Multiple(() =>
        {
            Assert.That(ranking.Ranked.Select(r => (r.Item.Unit.Name, r.Rank)), Is.EqualTo(new (string, int?)[] { ("Nhật Tân", 1), ("Tứ Liên", 1), ("Bưởi", 3) }));
            Assert.That(ranking.Untargeted.Select(f => f.Unit.Name), Is.EqualTo((string[])["Xuân La"]));
            Assert.That(ranking.Listed(District, byIndicator: true).Select(r => r.Item.Unit.Name), Is.EqualTo((string[])["Bưởi", "Tứ Liên", "Nhật Tân", "Xuân La"]));
        });
    }

    [Test]
    public void Of_those_without_a_target_the_lowest_figure_comes_first()
    {
        var some = WithoutTarget(WithoutTarget(AUnit.WithOfficials(("Bưởi", 90m), ("Nhật Tân", 60m), ("Tứ Liên", 70m)), "Bưởi"), "Nhật Tân");

        Assert.That(ChildRanking.Of(some, ASeries.Officials).Untargeted.Select(f => f.Unit.Name), Is.EqualTo((string[])["Nhật Tân", "Bưởi"]));
    }

    [Test]
    public void Where_nobody_has_a_target_the_figures_themselves_are_ranked()
    {
        var followed = District.Children.Aggregate(District, (unit, child) => WithoutTarget(unit, child.Unit.Name));

        Assert.That(ChildRanking.Of(followed, ASeries.Officials).Ranked.Select(r => (r.Item.Unit.Name, r.Rank)), Is.EqualTo(new (string, int?)[] { ("Xuân La", 1), ("Nhật Tân", 2), ("Tứ Liên", 2), ("Bưởi", 4) }));
    }

    [Test]
    public async Task By_one_indicator_the_farthest_is_number_one_and_the_table_has_the_ranks()
    {
        var html = await Rendered.AsHtmlAsync<ChildRankingList>(new { Progress = District, Indicator = ASeries.Officials, ByIndicator = true });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".ranking-rank").Select(r => r.Words()), Is.EqualTo((string[])["1", "2", "2", ""]));
            Assert.That(html.QuerySelectorAll("tbody tr td:first-child").Select(r => r.Words()), Is.EqualTo((string[])["3", "1", "1", "–"]));
            Assert.That(html.QuerySelector(".chart-note")!.Words(), Does.Contain("số đứng đầu là thứ tự ấy trên 3 đơn vị").And.Contain("1 đơn vị chưa được giao mục tiêu"));
        });
    }

    [Test]
    public async Task In_the_first_month_nobody_is_numbered_in_an_order_of_help()
    {
        var first = District with
        {
            Children = [.. District.Children.Select(c => c with { Standings = c.Standings.ToDictionary(s => s.Key, s => s.Value with { Progress = s.Value.Progress with { Status = ProgressStatus.FirstMonth } }) })],
        };

        var html = await Rendered.AsHtmlAsync<HeatSection>(new { Progress = first });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("h2")!.Words(), Is.EqualTo("Tất cả đơn vị và chỉ tiêu"));
            Assert.That(html.QuerySelectorAll(".heat-place"), Is.Empty);
            Assert.That(html.QuerySelector(".chart-note")!.Words(), Does.Contain("chưa có thứ tự cần giúp"));
        });
    }

    private static UnitProgress WithoutTarget(UnitProgress unit, string name) => unit with
    {
        Children =
        [
            .. unit.Children.Select(c => c.Unit.Name != name ? c : c with
            {
                Standings = c.Standings.ToDictionary(s => s.Key, s => s.Value with { Progress = ProgressReckoning.For(c.Unit, unit.Period, s.Value.Series, null) }),
            }),
        ],
    };
}
