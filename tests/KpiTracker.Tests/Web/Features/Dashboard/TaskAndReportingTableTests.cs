using AngleSharp.Dom;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>What the two long tables of a unit above say of themselves.</summary>
public sealed class TaskAndReportingTableTests
{
    [Test]
    public async Task A_count_stands_apart_from_its_rate()
    {
        var district = AUnit.WithOfficials(("Bưởi", 62.5m), ("Nhật Tân", 70m), ("Tứ Liên", null));
        var area = new ChildProgress(ASeries.District, new Dictionary<string, IndicatorStanding>(), district.Wards);

        var html = await Rendered.AsHtmlAsync<AreaReportingTable>(new { Areas = (IReadOnlyList<ChildProgress>)[area], district.Period, Caption = "Nộp" });

        Assert.That(html.QuerySelectorAll("td").Select(td => td.Words()), Is.EqualTo((string[])["3", "2 66,7%", "2 66,7%", "1"]));
    }

    [TestCase(11, "In 10/11 việc đầu tiên theo thứ tự; còn lại xem ở trang này trên phần mềm.")]
    [TestCase(10, null)]
    public async Task Paper_says_that_it_ends_before_the_last_task(int wards, string? words)
    {
        var district = AUnit.WithOfficials("2025-04-30", [.. Enumerable.Range(1, wards).Select(i => ($"Phường {i}", (decimal?)50m))]);

        var html = await Rendered.AsHtmlAsync<TaskSection>(new { Progress = district });

        Assert.That(html.QuerySelector(".only-paper")?.Words(), Is.EqualTo(words));
    }
}
