using AngleSharp.Dom;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>What the unit's page answers beside the figures: who needs help, how many people are missing, what to do, and what a choice in the address shows.</summary>
public sealed class AnswersComponentTests
{
    private static readonly UnitProgress District = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", null), ("Xuân La", 96m));

    /// <summary>The same, after its deadline: two wards missed the target.</summary>
    private static readonly UnitProgress Overdue = AUnit.WithOfficials("2025-04-30", ("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", null), ("Xuân La", 96m));

    [Test]
    public async Task Unless_asked_otherwise_who_needs_help_comes_first_and_the_silent_last()
    {
        var html = await Rendered.AsHtmlAsync<HeatSection>(new { Progress = Overdue });
        var byUnit = await Rendered.AsHtmlAsync<HeatSection>(new { Progress = Overdue, View = new DashboardView(Sort: DashboardView.ByUnit) });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".heat tbody:not(.heat-own) th a").Select(th => th.Words()), Is.EqualTo((string[])["Phường Bưởi", "Phường Nhật Tân", "Phường Xuân La", "Phường Tứ Liên"]));
            Assert.That(byUnit.QuerySelectorAll(".heat tbody:not(.heat-own) th a").Select(th => th.Words()), Is.EqualTo((string[])["Phường Bưởi", "Phường Nhật Tân", "Phường Tứ Liên", "Phường Xuân La"]));
        });
    }

    [Test]
    public async Task The_ranking_tells_the_gap_in_people()
    {
        var html = await Rendered.AsHtmlAsync<RankingSection>(new { Progress = District });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".ranking-gap").Select(g => g.Words()), Is.EqualTo((string[])["còn thiếu 326 người", "còn thiếu 251 người", "đã đủ"]), "more than 95% of 1.000 are 951");
            Assert.That(html.QuerySelectorAll(".ranking-bar a")[1].GetAttribute("aria-label"), Is.EqualTo("Phường Nhật Tân: 70,0%, Đúng tiến độ, còn thiếu 251 người"));
            Assert.That(html.QuerySelectorAll("details tbody tr")[0].Words(), Does.Contain("326"));
        });
    }

    [Test]
    public async Task Every_unit_is_drawn_on_one_scale_the_farthest_from_its_target_first_and_listed_beside()
    {
        var html = await Rendered.AsHtmlAsync<MultiplesSection>(new { Progress = District, Indicator = ASeries.Officials });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelectorAll(".multiples p:not(.multiple-note)").Select(p => p.Words()), Is.EqualTo((string[])["Phường Bưởi 62,5%", "Phường Nhật Tân 70,0%", "Phường Xuân La 96,0%"]));
            Assert.That(html.QuerySelectorAll("tbody td").Select(td => td.Words()), Is.EqualTo((string[])["62,5%", "70,0%", "96,0%"]));
            Assert.That(html.QuerySelector("svg.spark a")!.GetAttribute("href"), Is.EqualTo("/units/00090/indicators/OFFICIALS?period=2025-05"));
        });
    }

    [Test]
    public async Task Will_we_make_it_says_what_is_missing_and_why_nothing_is_forecast_in_the_first_month()
    {
        var html = await Rendered.AsHtmlAsync<OutlookSection>(new { Progress = District });

        Assert.That(html.QuerySelectorAll(".outlook p").Select(p => p.Words()), Is.EqualTo((string[])
        [
            "Cần thêm 189 người (10 người/tháng) để vượt 95% trước 31/12/2026; tốc độ gần đây chưa so được: đây là tháng đầu có số liệu – số còn thiếu tính riêng 3/4 phường, xã đã nộp.",
            "Dự báo cần ít nhất 3 tháng có số liệu so được với nhau; hiện mới có 1.",
        ]));
    }

    [Test]
    public async Task A_deadline_that_was_missed_is_not_forecast()
    {
        var html = await Rendered.AsHtmlAsync<OutlookSection>(new { Progress = Overdue });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("h2")!.Words(), Is.EqualTo("Có kịp mục tiêu không: 1/1 chỉ tiêu đã quá hạn mà chưa đạt"));
            Assert.That(html.QuerySelectorAll(".outlook p").Select(p => p.Words()), Is.EqualTo((string[])["Còn thiếu 189 người để vượt 95%; đã quá hạn 30/04/2025 – số còn thiếu tính riêng 3/4 phường, xã đã nộp."]));
        });
    }

    [Test]
    public async Task A_ward_is_drawn_beside_its_district_and_has_its_rank_in_it()
    {
        var ward = District.Children[1];
        var progress = District with { Unit = ward.Unit, Indicators = [ward.Find("OFFICIALS")!], Children = [], Wards = ward.Wards };

        var bars = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = progress, Parent = new ParentProgress(District, true) });
        var chart = await Rendered.AsHtmlAsync<OutlookSection>(new { Progress = progress, Parent = new ParentProgress(District, true) });
        var alone = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = progress });

        Assert.Multiple(() =>
        {
            Assert.That(bars.QuerySelector(".indicator-coverage a")!.Words(), Is.EqualTo("Hạng 2 trên 3 phường, xã có số liệu, Quận Tây Hồ"));
            Assert.That(bars.QuerySelector(".indicator-coverage a")!.GetAttribute("href"), Is.EqualTo("/units/003?period=2025-05&indicator=OFFICIALS#ranking"));
            Assert.That(alone.QuerySelector(".indicator-coverage"), Is.Null);
            Assert.That(chart.QuerySelector("a.chart-mark")!.GetAttribute("aria-label"), Does.EndWith("; Quận Tây Hồ: 76,2%"));
            Assert.That(chart.QuerySelectorAll("tbody td").Select(td => td.Words()), Is.EqualTo((string[])["700", "1.000", "70,0%", "76,2%", "8/8 phường, xã có số liệu", "đã duyệt"]));
        });
    }

    [Test]
    public async Task What_a_silent_ward_last_reported_is_carried_apart_and_marked()
    {
        var indicator = ASeries.Officials;
        var before = ASeries.Of(indicator, 80m, null);
        var silent = District.Children[2] with { Standings = new Dictionary<string, IndicatorStanding> { [indicator.Code] = new(ProgressReckoning.For(ASeries.Ward, ASeries.May2025.Next, before, null), before) } };
        var reported = ASeries.Of(indicator, 60m, 70m);
        var other = District.Children[0] with { Standings = new Dictionary<string, IndicatorStanding> { [indicator.Code] = new(ProgressReckoning.For(ASeries.Ward, ASeries.May2025.Next, reported, null), reported) } };

        var html = await Rendered.AsHtmlAsync<CarriedNote>(new { Progress = District with { Period = ASeries.May2025.Next, Children = [other, silent] }, Indicator = indicator });
        var nothing = await Rendered.AsHtmlAsync<CarriedNote>(new { Progress = District, Indicator = indicator });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("p")!.Words(), Does.StartWith("75,0% – 1/2 phường, xã đã nộp, 1 mang sang. Chỉ để tham khảo, không quá 3 tháng: tỷ lệ ở trên không tính số này"));
            Assert.That(html.QuerySelectorAll("li").Select(li => li.Words()), Is.EqualTo((string[])["Phường Tứ Liên: 80,0% mang sang từ 05/2025"]));
            Assert.That(nothing.Words(), Is.Empty);
        });
    }

    [Test]
    public async Task A_ward_s_figure_names_file_sheet_cell_revision_sender_and_time()
    {
        var ward = District.Children[0];
        var figure = ward.Wards[0].Figures["OFFICIALS"];
        var source = new FigureSource(ward.Unit, figure, "thang5.xlsx", new CellRef("Báo cáo", "D9"), "C9", 2, "Nguyễn Thị Lan", new DateTimeOffset(2025, 6, 3, 9, 0, 0, TimeSpan.FromHours(7)));

        var html = await Rendered.AsHtmlAsync<SourceSection>(new { ward.Find("OFFICIALS")!.Progress, Reporting = UnitProgress.RateOf(ward.Wards), District.FiguresUntil, Sources = new[] { source } });
        var above = await Rendered.AsHtmlAsync<SourceSection>(new { District.Indicators[0].Progress, District.Reporting, District.FiguresUntil, Sources = new[] { source } });
        var running = await Rendered.AsHtmlAsync<SourceSection>(new { District.Indicators[0].Progress, District.Reporting, District.FiguresUntil, Stage = MonthStage.Running });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".source-sum")!.Words(), Does.StartWith("625 / 1.000 = 62,5%"));
            Assert.That(html.QuerySelectorAll("dd").Select(dd => dd.Words()), Is.EqualTo((string[])["thang5.xlsx", "Báo cáo", "D9 / C9", "Lần 2 ◌ chưa duyệt", "Nguyễn Thị Lan", "09:00 03/06/2025"]));
            Assert.That(above.QuerySelector(".source-sum span")!.Words(), Is.EqualTo("3/4 phường, xã đã nộp, tạm tính; số liệu đến ngày 31/05/2025."));
            Assert.That(running.QuerySelector(".source-sum span")!.Words(), Is.EqualTo("3/4 phường, xã đã nộp, tạm tính; kỳ còn mở đến 31/05/2025, số liệu là của các báo cáo đã nhận đến nay."));
            Assert.That(html.QuerySelector("dd a")!.GetAttribute("href"), Is.EqualTo("/submissions/7?cell=D9"));
            Assert.That(above.QuerySelectorAll("tbody td").Select(td => td.Words()), Is.EqualTo((string[])["625", "1.000", "62,5%", "thang5.xlsx", "Báo cáo · D9 / C9", "Lần 2", "◌ chưa duyệt", "Nguyễn Thị Lan", "09:00 03/06/2025"]));
        });
    }

    [Test]
    public async Task What_to_do_lists_who_has_to_bring_how_many_and_asks_for_reports_first()
    {
        var html = await Rendered.AsHtmlAsync<TaskSection>(new { Progress = Overdue });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("h2")!.Words(), Is.EqualTo("Việc cần làm trong tháng 06/2025"));
            Assert.That(html.QuerySelector("p")!.Words(), Does.StartWith("Trước hết: 1 phường, xã chưa có báo cáo kỳ này."));
            Assert.That(html.QuerySelectorAll("tbody tr").Select(tr => tr.Words()), Is.EqualTo((string[])
            [
                "1 Phường Bưởi OFFICIALS 326 người đã quá hạn – Không đạt đúng hạn",
                "2 Phường Nhật Tân OFFICIALS 251 người đã quá hạn – Không đạt đúng hạn",
            ]));
        });
    }

    [Test]
    public async Task With_nothing_to_do_the_list_says_so()
    {
        var well = await Rendered.AsHtmlAsync<TaskSection>(new { Progress = District });
        var empty = await Rendered.AsHtmlAsync<TaskSection>(new { Progress = AUnit.WithOfficials(("Bưởi", null)) });

        Assert.Multiple(() =>
        {
            Assert.That(well.Words(), Does.Contain("giữ tốc độ hiện nay"));
            Assert.That(empty.Words(), Does.Contain("cần có báo cáo của phường, xã trước"));
        });
    }

    [Test]
    public async Task A_status_in_the_address_lists_only_units_and_indicators_of_it_and_leaves_them_their_places()
    {
        var view = new DashboardView(Status: "missed");
        var ranking = await Rendered.AsHtmlAsync<RankingSection>(new { Progress = Overdue, View = view });
        var heat = await Rendered.AsHtmlAsync<HeatSection>(new { Progress = Overdue, View = view });
        var bars = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = Overdue, View = view with { Status = "on-track" } });

        Assert.Multiple(() =>
        {
            Assert.That(ranking.QuerySelectorAll(".ranking-rank").Select(r => r.Words()), Is.EqualTo((string[])["1", "2"]));
            Assert.That(heat.QuerySelectorAll("tbody th").Select(th => th.Words()), Is.EqualTo((string[])["Quận Tây Hồ (chung)", "1 Phường Bưởi", "2 Phường Nhật Tân"]));
            Assert.That(bars.Words(), Does.EndWith("Không có chỉ tiêu nào được đánh giá “Đúng tiến độ”."));
        });
    }

    [Test]
    public async Task A_status_that_no_unit_has_says_so_instead_of_an_empty_list()
    {
        var view = new DashboardView(Status: "behind");
        var ranking = await Rendered.AsHtmlAsync<RankingSection>(new { Progress = Overdue, View = view });
        var heat = await Rendered.AsHtmlAsync<HeatSection>(new { Progress = Overdue, View = view });
        var tasks = await Rendered.AsHtmlAsync<TaskSection>(new { Progress = Overdue, View = view });

        Assert.Multiple(() =>
        {
            Assert.That(ranking.QuerySelector("ol"), Is.Null);
            Assert.That(ranking.Words(), Does.Contain("Không đơn vị nào được đánh giá “Chậm tiến độ”."));
            Assert.That(heat.Words(), Does.Contain("Không đơn vị nào được đánh giá “Chậm tiến độ”."));
            Assert.That(tasks.Words(), Does.EndWith("Không có việc nào trong phần đang lọc."));
        });
    }

    [Test]
    public async Task More_than_all_is_drawn_whole()
    {
        var unit = AUnit.WithOfficials(("Bưởi", 104m), ("Nhật Tân", 70m));
        var html = await Rendered.AsHtmlAsync<MultiplesSection>(new { Progress = unit, Indicator = ASeries.Officials });
        var bars = await Rendered.AsHtmlAsync<RankingSection>(new { Progress = unit });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".chart-note")!.Words(), Does.StartWith("Thang từ 0 đến 110%"));
            Assert.That(bars.QuerySelector(".ranking-value")!.Words(), Is.EqualTo("104,0%"));
            Assert.That(bars.QuerySelector("rect.bullet-value")!.GetAttribute("width"), Is.EqualTo("94.55%"), "104 of 110");
        });
    }

    [Test]
    public void Indicators_of_one_whole_are_one_group_and_counts_another()
    {
        var adults = Named("ADULTS", "Tổng số người trưởng thành");
        var unit = District with
        {
            Indicators = [Standing(Named("OFFICIALS", "Tổng số CBCCVC")), Standing(adults), Standing(adults with { Code = "SMARTPHONE" }), Standing(ASeries.Ambassadors)],
        };

        Assert.Multiple(() =>
        {
            Assert.That(IndicatorGroup.Of(unit).Select(g => g.Code), Is.EqualTo((string[])["OFFICIALS", "ADULTS", IndicatorGroup.Counts]));
            Assert.That(new DashboardView(Group: "ADULTS").InGroup(unit).Indicators.Select(i => i.Indicator.Code), Is.EqualTo((string[])["ADULTS", "SMARTPHONE"]));
            Assert.That(new DashboardView(Group: "COUNTS").InGroup(unit).Indicators.Select(i => i.Indicator.Code), Is.EqualTo((string[])["AMBASSADORS"]));
            Assert.That(new DashboardView(Group: "nonsense").InGroup(unit), Is.SameAs(unit));
        });
    }

    [Test]
    public void Every_choice_stands_in_the_address() =>
        Assert.That(
            DashboardLinks.Unit("003", ASeries.May2025, new DashboardView("ADULTS", "-ADULTS", "ADULTS", "behind")),
            Is.EqualTo("/units/003?period=2025-05&indicator=ADULTS&sort=-ADULTS&group=ADULTS&status=behind"));

    [Test]
    public async Task Last_month_and_the_same_month_last_year_are_a_key_away()
    {
        var html = await Rendered.AsHtmlAsync<UnitHeader>(new
        {
            Progress = District,
            Above = Array.Empty<OrganisationUnit>(),
            Months = ReportingPeriod.Range(ASeries.May2025.AddMonths(-12), ASeries.May2025).ToArray(),
            View = new DashboardView(Group: "ADULTS"),
        });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector("a[aria-keyshortcuts='Alt+T']")!.GetAttribute("href"), Is.EqualTo("/units/003?period=2025-04&group=ADULTS"));
            Assert.That(html.QuerySelector("a[aria-keyshortcuts='Alt+N']")!.GetAttribute("href"), Is.EqualTo("/units/003?period=2024-05&group=ADULTS"));
            Assert.That(html.QuerySelector("a[aria-keyshortcuts='Alt+S']"), Is.Null, "there is no later month");
            Assert.That(html.QuerySelector(".month-keys")!.Words(), Does.Contain("Alt+T: tháng trước"));
        });
    }

    private static Indicator Named(string code, string whole) => ASeries.Percentage(code) with { DenominatorVi = whole };

    private static IndicatorStanding Standing(Indicator indicator)
    {
        var series = ASeries.Of(indicator, 10m);
        return new IndicatorStanding(ProgressReckoning.For(ASeries.District, ASeries.May2025, series, target: null), series);
    }
}
