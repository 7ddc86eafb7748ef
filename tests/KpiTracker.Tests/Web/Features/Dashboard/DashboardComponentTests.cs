using AngleSharp.Dom;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

public sealed class DashboardComponentTests
{
    private static readonly UnitProgress District = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", null), ("Xuân La", 70m));

    [Test]
    public async Task A_bullet_row_says_value_comparator_status_and_coverage_in_words()
    {
        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".indicator-value")!.Words(), Is.EqualTo("67,5%"));
            Assert.That(html.QuerySelector(".indicator-target summary")!.Words(), Is.EqualTo("Mục tiêu trên 95% đến 31/12/2026"));
            Assert.That(html.QuerySelector(".indicator-status")!.Words(), Is.EqualTo("Đúng tiến độ"));
            Assert.That(html.QuerySelector("svg.bullet a")!.GetAttribute("aria-label"), Does.EndWith("3/4 phường, xã đã nộp, tạm tính."));
            Assert.That(html.QuerySelector("svg.bullet a")!.GetAttribute("href"), Is.EqualTo("/units/003/indicators/OFFICIALS?period=2025-05"));
        });
    }

    [Test]
    public async Task The_chart_and_its_table_show_the_same_figure()
    {
        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District });

        Assert.That(html.QuerySelectorAll("details.data-table td.num").Select(td => td.Words()), Does.Contain(html.QuerySelector(".indicator-value")!.Words()));
    }

    [Test]
    public async Task Where_a_unit_without_a_deadline_is_below_its_target_nobody_is_said_to_be_on_track()
    {
        var undated = District with { Children = [.. District.Children.Select(c => c with { Standings = c.Standings.ToDictionary(s => s.Key, s => s.Value with { Progress = s.Value.Progress with { Status = ProgressStatus.Undated } }) })] };

        Assert.That((await Rendered.AsHtmlAsync<RankingSection>(new { Progress = undated })).QuerySelector("h2")!.Words(), Is.EqualTo("OFFICIALS: không đơn vị nào chậm; 3 đơn vị không có thời hạn, còn thiếu so với mục tiêu"));
    }

    [Test]
    public async Task A_stricter_target_from_above_that_is_not_met_shows_on_the_row_of_one_that_meets_its_own()
    {
        var own = District.Indicators[0];
        var parent = ASeries.Target(100, unit: ASeries.CityKey);
        var met = own with { Progress = own.Progress with { Status = ProgressStatus.Achieved, ParentStatus = ProgressStatus.AtRisk, Target = own.Progress.Target! with { ParentTarget = parent } } };

        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District with { Indicators = [met] } });

        Assert.That(html.QuerySelector(".indicator-status .status-note")!.Words(), Is.EqualTo("chưa đạt mục tiêu 100% của cấp trên"));
    }

    // At least 80 % by 30 June 2025; figures of May, June and July.
    [TestCase(70, 75, 85, "đạt sau hạn 30/06/2025")]
    [TestCase(70, null, 85, null, Description = "nobody knows whether it was met in June")]
    [TestCase(70, 80, 85, null, Description = "met in time")]
    [TestCase(70, 85, 78, null, Description = "met in time and lost since: missed, which the status says")]
    public async Task A_target_that_was_met_after_its_deadline_says_so_beside_its_status(double may, double? june, double july, string? note)
    {
        var series = ASeries.Of(ASeries.Officials, (decimal)may, (decimal?)june, (decimal)july);
        var standing = new IndicatorStanding(ProgressReckoning.For(ASeries.District, ASeries.May2025.AddMonths(2), series, ASeries.Choice(ASeries.Target(80, "2025-06-30"))), series);

        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District with { Period = ASeries.May2025.AddMonths(2), Indicators = [standing] } });

        Assert.That(html.QuerySelector(".indicator-status .status-note")?.Words(), Is.EqualTo(note));
        Assert.That(html.QuerySelector(".indicator-status .status")!.Words(), Is.EqualTo(july >= 80 ? "Đã đạt" : "Không đạt đúng hạn"));
    }

    [Test]
    public async Task A_month_that_is_still_running_tells_who_has_sent_and_no_rate_of_those_on_time()
    {
        var html = await Rendered.AsHtmlAsync<UnitHeader>(new { Progress = District with { Stage = MonthStage.Running }, Above = Array.Empty<OrganisationUnit>(), Months = new[] { District.Period } });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".headline")!.Words(), Does.EndWith("Kỳ này còn mở đến 31/05/2025, hạn nộp 06/06/2025; đến nay 3/4 phường, xã đã nộp báo cáo."));
            Assert.That(html.QuerySelector(".key-figures")!.Words(), Does.Contain("Kỳ còn mở đến31/05/2025").And.Contain("06/06/2025 chưa đến hạn").And.Not.Contain("Nộp đúng hạn"));
        });
    }

    [Test]
    public async Task Wards_are_ranked_with_ties_and_the_silent_one_stands_apart()
    {
        var html = await Rendered.AsHtmlAsync<RankingSection>(new { Progress = District });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".ranking-rank").Select(r => r.Words()), Is.EqualTo((string[])["1", "2", "3"]), "in the order of help");
            Assert.That(html.QuerySelector(".silent")!.Words(), Does.StartWith("Chưa có số liệu: 1/4 đơn vị").And.Contain("Phường Tứ Liên chưa nộp"));
            Assert.That(html.QuerySelectorAll(".ranking").Single().Words(), Does.Not.Contain("Tứ Liên"));
            Assert.That(html.QuerySelector(".ranking-bar a")!.GetAttribute("href"), Is.EqualTo("/submissions/7?cell=D9"), "the very cell");
        });
    }

    [Test]
    public async Task Every_cell_of_the_heat_table_has_its_number_and_missing_has_its_own_pattern()
    {
        var html = await Rendered.AsHtmlAsync<HeatSection>(new { Progress = District, View = new DashboardView(Sort: "OFFICIALS") });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll("tbody th").Select(th => th.Words()), Is.EqualTo((string[])["Quận Tây Hồ (chung)", "Phường Nhật Tân", "Phường Xuân La", "Phường Bưởi", "Phường Tứ Liên"]));
            Assert.That(html.QuerySelectorAll("tbody td").Select(td => td.ClassName), Is.EqualTo((string[])["heat-1", "heat-1", "heat-1", "heat-1", "heat-missing"]));
            Assert.That(html.QuerySelectorAll("tbody td a").Select(a => a.Words()), Is.EqualTo((string[])["67,5%", "70,0%", "70,0%", "62,5%"]));
            Assert.That(html.QuerySelector("th[aria-sort=descending] a")!.GetAttribute("href"), Is.EqualTo("/units/003?period=2025-05#heat"));
        });
    }

    [Test]
    public async Task Who_has_not_reported_is_named_before_those_who_have()
    {
        var html = await Rendered.AsHtmlAsync<ReportingSection>(new { Progress = District });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("h2")!.Words(), Is.EqualTo("1/4 phường, xã chưa nộp báo cáo."));
            Assert.That(html.QuerySelector(".missing-wards")!.Words(), Is.EqualTo("Phường Tứ Liên"));
            Assert.That(html.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(3));
            Assert.That(html.QuerySelector("tbody td")!.Words(), Is.EqualTo("09:00 03/06/2025"));
        });
    }

    [TestCase(70, "1/1 chỉ tiêu đúng tiến độ; không đơn vị nào chậm tiến độ. Cả 2")]
    [TestCase(null, "1/1 chỉ tiêu đúng tiến độ; không đơn vị nào chậm tiến độ – tạm tính. 1/2 phường, xã chưa nộp báo cáo.")]
    public async Task A_headline_that_rests_on_some_of_the_wards_is_provisional(double? other, string headline)
    {
        var html = await Rendered.AsHtmlAsync<UnitHeader>(new { Progress = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", (decimal?)other)), Above = Array.Empty<OrganisationUnit>(), Months = new[] { ASeries.May2025 } });

        Assert.That(html.QuerySelector(".headline")!.Words(), Does.StartWith(headline));
    }

    [Test]
    public async Task Wards_that_reported_without_the_figure_are_not_said_to_be_silent()
    {
        var unit = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", null));

        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = unit with { Wards = [.. unit.Wards.Select(w => w with { Standing = ReportStanding.OnTime })] } });

        Assert.That(html.QuerySelector(".indicator-coverage")!.Words(), Is.EqualTo("1/2 phường, xã có số liệu, tạm tính"));
    }

    [TestCase(IncomparableReason.TooFewWards, "chưa so được: chưa đến một nửa số phường, xã có số cả hai kỳ")]
    [TestCase(IncomparableReason.FirstFigure, "chưa so được: đây là tháng đầu có số liệu")]
    public async Task A_change_that_cannot_be_told_says_why(IncomparableReason reason, string words)
    {
        var unit = AUnit.WithOfficials(("Bưởi", 62.5m));
        var standing = unit.Indicators[0] with { Progress = unit.Indicators[0].Progress with { WhyIncomparable = new Incomparable(reason) } };

        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = unit with { Indicators = [standing] } });

        Assert.That(html.QuerySelector(".indicator-change")!.Words(), Does.EndWith(words));
    }

    [Test]
    public async Task On_which_wards_changes_rest_is_said_once_for_the_page()
    {
        var unit = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70), ("Tứ Liên", null));
        var months = new MonthComparison(unit.Period.Previous, unit.Period, new(60, 100), new(62, 100), 2, 3);
        var some = unit with { Indicators = [unit.Indicators[0] with { Progress = unit.Indicators[0].Progress with { Since = months, WhyIncomparable = null } }] };

        var note = await Rendered.AsHtmlAsync<ComparabilityNote>(new { Progress = some });
        var row = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = some });
        var all = await Rendered.AsHtmlAsync<ComparabilityNote>(new { Progress = AUnit.WithOfficials(("Bưởi", 62.5m)) });

        Assert.Multiple(() =>
        {
            Assert.That(note.Words(), Does.Contain("so trên 2/3 phường, xã có số cả hai kỳ").And.Contain("từ 50%"));
            Assert.That(row.QuerySelector(".indicator-change")!.Words(), Does.EndWith("+2,0 điểm %"));
            Assert.That(row.QuerySelector(".indicator-coverage")!.Words(), Is.EqualTo("2/3 phường, xã đã nộp, tạm tính"));
            Assert.That(all.Words(), Is.Empty);
        });
    }

    [Test]
    public async Task A_returned_report_waits_to_be_sent_again_and_is_never_called_unsent()
    {
        var unit = AUnit.WithOfficials(("Bưởi", null), ("Nhật Tân", null));
        unit = unit with { Wards = [unit.Wards[0] with { Standing = ReportStanding.Returned }, unit.Wards[1]] };
        var ward = unit with { Unit = unit.Wards[0].Ward, Wards = [unit.Wards[0]] };

        var list = await Rendered.AsHtmlAsync<ReportingSection>(new { Progress = unit });
        var page = await Rendered.AsHtmlAsync<NothingYet>(new { Progress = ward });

        Assert.Multiple(() =>
        {
            Assert.That(list.QuerySelector("h2")!.Words(), Is.EqualTo("1/2 phường, xã chưa nộp báo cáo; 1 đã trả lại, chờ nộp lại."));
            Assert.That(list.QuerySelector(".missing-wards")!.Words(), Does.Contain("đã trả lại, chờ nộp lại"));
            Assert.That(page.Words(), Does.Contain("đã trả lại để sửa, chờ Phường Bưởi nộp lại").And.Not.Contain("chưa nộp"));
        });
    }

    [Test]
    public async Task A_trend_with_an_incomplete_month_explains_its_hollow_mark()
    {
        var html = await Rendered.AsHtmlAsync<OutlookSection>(new { Progress = District });
        var complete = await Rendered.AsHtmlAsync<OutlookSection>(new { Progress = AUnit.WithOfficials(("Bưởi", 62.5m)) });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".legend")!.Words(), Is.EqualTo("chưa đủ phường, xã"));
            Assert.That(html.QuerySelector("a.chart-mark.is-provisional")!.GetAttribute("aria-label"), Does.EndWith("3/4 phường, xã có số liệu, tạm tính"));
            Assert.That(html.QuerySelector("a.is-provisional")!.Words(), Is.EqualTo("67,5%"));
            Assert.That(html.QuerySelector("td.is-partial")!.Words(), Does.StartWith("3/4 phường, xã"));
            Assert.That(complete.QuerySelectorAll(".legend, .is-provisional, .is-partial"), Is.Empty);
        });
    }

    [Test]
    public async Task A_month_without_figures_says_so_in_words_and_names_the_next_step()
    {
        var html = await Rendered.AsHtmlAsync<NothingYet>(new { Progress = AUnit.WithOfficials(("Bưởi", null)) });

        Assert.That(html.Words(), Does.Contain("Chưa có số liệu tháng 05/2025").And.Contain("06/06/2025"));
    }

    [Test]
    public async Task Whose_target_it_is_and_where_it_comes_from_is_one_click_away()
    {
        var html = await Rendered.AsHtmlAsync<TargetSource>(new { Progress = District.Children[0].Find("OFFICIALS")!.Progress });

        Assert.That(html.Words(), Does.StartWith("Đơn vị không có mục tiêu riêng; áp dụng mục tiêu của Quận Tây Hồ.").And.Contain("Nguồn: nguồn").And.Contain("Đầu kỳ do nguồn nêu"));
    }

    [Test]
    public async Task English_is_complete_and_keeps_vietnamese_figures()
    {
        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = District }, "en");

        Assert.That(html.Words(), Does.Contain("more than 95% by 31/12/2026").And.Contain("67,5%").And.Contain("On track"));
    }

    [TestCase("OFFICIALS", null, "-OFFICIALS")]
    [TestCase("OFFICIALS", "-OFFICIALS", "OFFICIALS")]
    [TestCase("OFFICIALS", "OFFICIALS", null)]
    public void A_columns_head_sorts_the_lowest_first_then_the_highest_then_back(string code, string? sort, string? next) =>
        Assert.That(HeatRows.Next(sort, code), Is.EqualTo(next));
}
