using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Web.Features.Compare;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Compare;

/// <summary>Side by side stands only what is measured alike, and what may still change looks so.</summary>
public sealed class CompareTableTests
{
    private static readonly Func<TableFormat, string> Tables = format => $"/compare/table/{format}";

    private static readonly UnitProgress Partial = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", null));

    [Test]
    public async Task A_figure_of_some_wards_has_a_hollow_bar_and_says_so_in_table_and_file()
    {
        var comparison = Of(Partial, AUnit.WithOfficials(("Bưởi", 70)));
        var html = await Rendered.AsHtmlAsync<CompareTable>(new { Comparison = comparison, Tables });
        await using var provider = new ServiceCollection().AddLogging().AddLocalization().AddScoped<CompareTableCells>().BuildServiceProvider();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        var file = provider.GetRequiredService<CompareTableCells>().Of(comparison);

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".comparison .is-hollow"), Has.Length.EqualTo(2), "nothing is approved");
            Assert.That(html.QuerySelector(".legend")!.Words(), Does.Contain("Số tạm tính: chưa đủ phường, xã hoặc chưa duyệt hết"));
            Assert.That(html.QuerySelectorAll(".comparison-coverage").Select(td => td.Words()), Is.EqualTo((string[])["1/2 phường, xã đã nộp, tạm tính", "đã nộp báo cáo, tạm tính"]));
            Assert.That(html.QuerySelector(".comparison-people")!.Words(), Does.EndWith(", tính riêng 1/2 phường, xã đã nộp"));
            Assert.That(
                file.Rows.Select(row => row.Cells[9]),
                Is.EqualTo((SummaryCell[])[new SummaryCell.Words("1/2 phường, xã đã nộp, tạm tính; số còn thiếu và dự báo tính riêng 1/2 phường, xã đã nộp"), new SummaryCell.Words("đã nộp báo cáo, tạm tính")]));
        });
    }

    [Test]
    public async Task Wards_that_reach_a_target_are_not_drawn_on_the_scale_of_people()
    {
        var people = Ambassadors(null, 7);
        var wards = Ambassadors(ASeries.Choice(ASeries.Target(1, indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard)), 79);

        var mixed = await Rendered.AsHtmlAsync<CompareTable>(new { Comparison = Of(people, wards), Tables });
        var alike = await Rendered.AsHtmlAsync<CompareTable>(new { Comparison = Of(wards, wards), Tables });

        Assert.Multiple(() =>
        {
            Assert.That(mixed.QuerySelectorAll("svg.bullet"), Has.Length.EqualTo(1));
            Assert.That(mixed.QuerySelectorAll("td.comparison-bar")[1].Words(), Is.EqualTo("tính theo phường, xã đạt, không vẽ chung thang"));
            Assert.That(mixed.QuerySelectorAll("td.num strong, td.num strong + small").Select(e => e.Words()), Is.EqualTo((string[])["7 người", "2/2 phường, xã", "79 người"]));
            Assert.That(mixed.QuerySelector("p.chart-note")!.Words(), Does.Contain("không cùng thước đo với số lượng"));
            Assert.That(alike.QuerySelectorAll("svg.bullet"), Has.Length.EqualTo(2));
            Assert.That(alike.QuerySelector("p.chart-note")!.Words(), Does.Not.Contain("không cùng thước đo"));
        });
    }

    [Test]
    public async Task A_side_that_sent_nothing_has_nothing_to_be_approved()
    {
        var html = await Rendered.AsHtmlAsync<CompareTable>(new { Comparison = Of(Partial, AUnit.WithOfficials(("Bưởi", null))), Tables });

        Assert.That(html.QuerySelectorAll(".review-sides li").Select(li => li.Words()), Is.EqualTo((string[])["Quận Tây Hồ: ◌ Số liệu tạm tính: 0/2 phường, xã đã duyệt.", "Quận Tây Hồ: chưa có báo cáo."]));
    }

    private static Comparison Of(params UnitProgress[] sides) => new(sides, IsOfMonths: false);

    private static UnitProgress Ambassadors(TargetChoice? target, int number)
    {
        var series = ASeries.Of(ASeries.Ambassadors, number);
        IndicatorValue?[] wards = [ASeries.ValueOf(ASeries.Ambassadors, number - 1), ASeries.ValueOf(ASeries.Ambassadors, 1)];
        var unit = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70));
        return unit with { Indicators = [new IndicatorStanding(ProgressReckoning.For(ASeries.District, ASeries.May2025, series, target, wards), series)] };
    }
}
