using AngleSharp.Dom;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

public sealed class FirstTasksTests
{
    private static readonly UnitProgress District = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", null), ("Xuân La", 96m));

    /// <summary>The same, after its deadline: two wards missed the target.</summary>
    private static readonly UnitProgress Overdue = AUnit.WithOfficials("2025-04-30", ("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", null), ("Xuân La", 96m));

    [Test]
    public async Task A_phone_begins_with_whom_to_remind_the_first_three_tasks_and_a_way_to_each_answer()
    {
        var html = await Rendered.AsHtmlAsync<FirstTasks>(new { Progress = District });
        var overdue = await Rendered.AsHtmlAsync<FirstTasks>(new { Progress = Overdue });
        var running = await Rendered.AsHtmlAsync<FirstTasks>(new { Progress = Overdue with { Stage = MonthStage.Running } });
        var ward = District.Children[1];
        var own = await Rendered.AsHtmlAsync<FirstTasks>(new { Progress = District with { Unit = ward.Unit, Indicators = [ward.Find("OFFICIALS")!], Children = [], Wards = ward.Wards } });

        Assert.Multiple(() =>
        {
            Assert.That(overdue.QuerySelectorAll("li").Select(li => li.Words()), Is.EqualTo((string[])
            [
                "Đôn đốc 1 phường, xã chưa có báo cáo kỳ này",
                "Phường Bưởi – OFFICIALS: đã quá hạn, còn thiếu 326 người",
                "Phường Nhật Tân – OFFICIALS: đã quá hạn, còn thiếu 251 người",
            ]));
            Assert.That(running.QuerySelector("li")!.Words(), Is.EqualTo("Hạn nộp 06/06/2025: còn 1 phường, xã chưa nộp báo cáo kỳ này."), "nobody is late yet");
            Assert.That(html.QuerySelectorAll(".page-places a").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])
            [
                "/units/003?period=2025-05#targets",
                "/units/003?period=2025-05#outlook",
                "/units/003?period=2025-05#ranking",
                "/units/003?period=2025-05#reporting",
                "/units/003?period=2025-05#tasks",
            ]));
            Assert.That(own.QuerySelectorAll("li, .page-places a").Select(a => a.Words()), Is.EqualTo((string[])["Mục tiêu", "Có kịp không", "Các lần nộp"]));
        });
    }
}
