using System.Globalization;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>The page of a ward that has sent nothing this month: since when it is late, what is known of before, and what to do now.</summary>
public sealed class SilentWardPageTests
{
    [Test]
    public async Task It_says_how_late_the_report_is_and_from_which_month_the_last_figures_are()
    {
        var html = await Rendered.AsHtmlAsync<NothingYet>(new { Progress = Silent(60, 70, null) });

        Assert.That(html.QuerySelectorAll("p:not(.empty-links)").Select(p => p.Words()), Is.EqualTo((string[])
        [
            "Phường Bưởi chưa nộp báo cáo của kỳ này. Hạn nộp là ngày 06/06/2025. Đến hôm nay đã quá hạn 12 ngày.",
            "Số liệu gần nhất là của tháng 06/2025; ở dưới, số ấy đóng khung nét đứt và ghi rõ tháng: chỉ để tham khảo, không dùng để đánh giá.",
            "Người cung cấp số liệu: cán bộ của chính phường, xã, tại mục Nộp báo cáo; chuyên viên tổng hợp cấp trên có thể gửi thay.",
        ]));
    }

    [Test]
    public async Task Its_last_figure_stands_with_its_month_and_is_not_drawn_as_this_month_s()
    {
        var html = await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = Silent(60, 70, null) });

        Assert.Multiple(() =>
        {
            Assert.That(html.QuerySelector(".indicator-value")!.Words(), Is.EqualTo("–"));
            Assert.That(html.QuerySelector(".indicator .carried-mark")!.Words(), Is.EqualTo("gần nhất 70,0%, tháng 06/2025"));
            Assert.That(html.QuerySelectorAll(".indicator .bullet-value"), Is.Empty);
        });
    }

    [TestCase(new[] { -1 }, "Phường Bưởi chưa có số liệu của tháng nào trước đó.", Description = "the first month")]
    [TestCase(new[] { 60, -1, -1, -1, -1 }, "Số liệu gần nhất là của tháng 05/2025, quá 3 tháng nên không mang sang; xem ở biểu đồ bên dưới.")]
    public async Task Where_nothing_can_be_shown_in_its_place_it_says_why(int[] percents, string words)
    {
        var progress = Silent([.. percents.Select(p => p < 0 ? (decimal?)null : p)]);

        Assert.That((await Rendered.AsHtmlAsync<NothingYet>(new { Progress = progress })).QuerySelectorAll("p")[1].Words(), Is.EqualTo(words));
        Assert.That((await Rendered.AsHtmlAsync<IndicatorList>(new { Progress = progress })).QuerySelector(".carried-mark"), Is.Null);
    }

    [TestCase(true, "Phường Bưởi đã báo “Không phát sinh” cho kỳ này, nên kỳ này không có số liệu.")]
    [TestCase(false, "Phường Bưởi đã nộp báo cáo của kỳ này, nhưng báo cáo không có số nào cộng được.")]
    public async Task A_ward_that_has_reported_without_figures_is_not_called_silent(bool isNothing, string words)
    {
        var silent = Silent(60, 70, null);
        var reported = silent with { Wards = [silent.Wards[0] with { Standing = ReportStanding.Late, IsNothingToReport = isNothing }] };
        var html = await Rendered.AsHtmlAsync<NothingYet>(new { Progress = reported });

        Assert.That(html.QuerySelector("p")!.Words(), Is.EqualTo(words));
        Assert.That(html.Words(), Does.Not.Contain("quá hạn").And.Not.Contain("cung cấp"));
    }

    [Test]
    public void Without_a_figure_nothing_is_forecast_and_the_months_before_are_not_counted()
    {
        var standing = Silent(60, 70, null).Indicators[0];

        Assert.That(PaceTexts.Outlook(standing.Progress, standing.Series, CultureInfo.GetCultureInfo("vi")), Is.EqualTo("Kỳ này chưa có số liệu nên không dự báo."));
    }

    private static UnitProgress Silent(params decimal?[] percents)
    {
        var unit = AUnit.WithOfficials(("Bưởi", null));
        var period = ASeries.May2025.AddMonths(percents.Length - 1);
        var series = ASeries.Of(ASeries.Officials, percents);
        var progress = ProgressReckoning.For(unit.Wards[0].Ward, period, series, ASeries.Choice(ASeries.Target(95)));
        return unit with { Unit = unit.Wards[0].Ward, Period = period, Children = [], Indicators = [new IndicatorStanding(progress, series)], Stage = KpiTracker.Domain.Periods.MonthStage.Due, DaysOverdue = 12 };
    }
}
