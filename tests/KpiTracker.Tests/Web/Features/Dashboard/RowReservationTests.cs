using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Compare;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Exports;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>What a row has to say beside its status, and what its bar is drawn of under a target of each ward.</summary>
public sealed class RowReservationTests
{
    private static readonly UnitProgress District = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70m));

    [TestCase(ProgressStatus.AtRisk, ProgressStatus.Missed, "cấp trên giao 100% đến 31/12/2025: Không đạt đúng hạn")]
    [TestCase(ProgressStatus.OnTrack, ProgressStatus.Behind, "cấp trên giao 100% đến 31/12/2025: Chậm tiến độ")]
    [TestCase(ProgressStatus.Behind, ProgressStatus.AtRisk, null, Description = "no worse than its own")]
    [TestCase(ProgressStatus.Missed, ProgressStatus.Missed, null)]
    public async Task A_stricter_target_from_above_that_stands_worse_is_named_on_the_page_and_in_the_comparison(ProgressStatus own, ProgressStatus above, string? note)
    {
        var side = District with { Indicators = [Judged(own, above)] };

        var page = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = side });
        var comparison = await Rendered.AsHtmlAsync<CompareTable>(new { Comparison = new Comparison([side, District], IsOfMonths: false), Tables = (Func<TableFormat, string>)(format => $"/{format}") });

        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector(".indicator-status .status-note")?.Words(), Is.EqualTo(note));
            Assert.That(comparison.QuerySelector(".status-note")?.Words(), Is.EqualTo(note));
        });
    }

    [Test]
    public async Task Under_a_target_of_each_ward_a_ward_shows_its_own_count_against_what_is_asked_of_it()
    {
        var ward = District.Children[0];
        var standing = Ambassadors(25, [ASeries.ValueOf(ASeries.Ambassadors, 25)], ward.Unit);

        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District with { Unit = ward.Unit, Indicators = [standing], Children = [], Wards = ward.Wards } });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".indicator-value")!.Words(), Is.EqualTo("25 người"));
            Assert.That(html.QuerySelector("svg.bullet line.bullet-goal")!.GetAttribute("x1"), Is.EqualTo("4%"), "one of the twenty-five that the scale holds");
        });
    }

    [Test]
    public async Task Before_the_first_figure_a_target_of_each_ward_has_the_scale_of_all_wards_and_no_mark()
    {
        var none = Ambassadors(null, [null, null, null, null, null, null, null, null], ASeries.District);

        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District with { Indicators = [none] } });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("svg.bullet line.bullet-goal"), Is.Null);
            Assert.That(html.QuerySelectorAll(".indicator-axis text").Select(t => t.Words()), Does.Contain("8"));
        });
    }

    private static IndicatorStanding Judged(ProgressStatus own, ProgressStatus above)
    {
        var standing = District.Indicators[0];
        return standing with { Progress = standing.Progress with { Status = own, ParentStatus = above, Target = standing.Progress.Target! with { ParentTarget = ASeries.Target(100, "2025-12-31", unit: ASeries.CityKey) } } };
    }

    private static IndicatorStanding Ambassadors(decimal? count, IndicatorValue?[] wards, KpiTracker.Domain.OrganisationUnits.OrganisationUnit unit)
    {
        var series = ASeries.Of(ASeries.Ambassadors, count);
        var choice = ASeries.Choice(ASeries.Target(1, indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard));
        return new IndicatorStanding(ProgressReckoning.For(unit, ASeries.May2025, series, choice, wards), series);
    }
}
