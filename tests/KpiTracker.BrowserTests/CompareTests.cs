using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

public sealed class CompareTests : BrowserTest
{
    private static IReadOnlyList<string> _wards = [];

    [OneTimeSetUp]
    public async Task OpenOfficeAsync() => _wards = await ToolsOffice.OpenAsync(Site);

    [Test]
    public async Task Units_are_chosen_in_a_form_and_stand_side_by_side()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync("/compare");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("So sánh");
        await AssertFitsEveryoneAsync();
        await Page.SelectOptionAsync("#compare-unit-0", _wards[0]);
        await Page.SelectOptionAsync("#compare-unit-2", _wards[5]);
        await Page.SelectOptionAsync("#compare-period", "2025-05");
        await Page.ClickAsync("form:has(#compare-unit-0) button");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("So sánh 2 đơn vị, tháng 05/2025");
        // 150 + 12 × 5 officials of 300 in the first ward, 30 more in the sixth.
        await Assertions.Expect(Page.Locator(".comparison tbody >> nth=0")).ToContainTextAsync("70,0%");
        await Assertions.Expect(Page.Locator(".comparison tbody >> nth=0")).ToContainTextAsync("80,0%");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task Four_units_fit_a_desk_and_a_phone()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync($"/compare?units=007,{_wards[0]},{_wards[1]},{_wards[^2]}&period=2025-05");
        await Assertions.Expect(Page.Locator(".comparison tbody >> nth=0").Locator("tr")).ToHaveCountAsync(5);
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task Two_months_stand_side_by_side_with_what_changed()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync($"/compare?units={_wards[0]}&period=2025-05&with=2025-03");
        // From 150 + 36 to 150 + 60 of 300.
        await Assertions.Expect(Page.Locator(".comparison-change").First).ToContainTextAsync("+8,0 điểm %");
        await AssertFitsEveryoneAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync("a[href*='/compare/table/xlsx']"));
        Assert.That(download.SuggestedFilename, Does.StartWith("so-sanh_phuong-").And.EndWith("_2025-05.xlsx"));
    }

    [Test]
    public async Task A_unit_of_others_is_refused_in_words_and_nothing_is_shown_of_it()
    {
        await SignInAsync(ToolsOffice.Leader);
        var answer = await Page.GotoAsync("/compare?units=007,003&period=2025-05");
        Assert.That(answer!.Status, Is.EqualTo(403));
        await Assertions.Expect(Page.Locator("main [role=alert]")).ToContainTextAsync("mã 003 không thuộc phạm vi đơn vị của anh/chị");
        await Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync("Tây Hồ");
        await Assertions.Expect(Page.Locator(".comparison")).ToHaveCountAsync(0);
        await AssertFitsEveryoneAsync();
        ForgiveComplaintsWith("403");
    }

    [Test]
    public async Task A_ward_officer_compares_months_alone()
    {
        await SignInAsync(TestSite.WardOfficer);
        await Page.GotoAsync("/compare");
        await Assertions.Expect(Page.Locator("#compare-unit-0")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("#compare-months")).ToContainTextAsync("Phường Bưởi");
    }
}
