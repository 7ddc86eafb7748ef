using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>An empty month, then figures, then two revisions compared and the earlier one put back; by an officer of Đống Đa.</summary>
public sealed class RevisionBrowserTests : SendingBrowserTest
{
    /// <summary>Phường Phúc Xá in Ba Đình: no other test sends for it.</summary>
    private const string Home = "/reports?unit=00001&period=2025-05";

    [Test]
    public async Task Nothing_to_report_takes_two_clicks_and_a_later_report_replaces_it()
    {
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync(Home);
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Báo không phát sinh tháng 05/2025" }).ClickAsync();
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Xác nhận không phát sinh" }).ClickAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Đã nhận báo cáo không phát sinh");
        await AssertFitsEveryoneAsync();
        await Page.GotoAsync(Home);
        await Assertions.Expect(Page.Locator(".due")).ToContainTextAsync("Không phát sinh, đúng hạn");

        await SendAsync(90);
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Lần 2");
        await Page.GotoAsync("/reports/nothing?unit=00001&period=2025-05");
        await Assertions.Expect(Page.Locator(".question")).ToContainTextAsync("đã có báo cáo lần 2 với 1 chỉ tiêu");
        await AssertFitsEveryoneAsync();

        await SendAsync(95);
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Xem báo cáo đã lưu" }).ClickAsync();
        await Page.ClickAsync(".compare-form button");
        await Assertions.Expect(Page.Locator(".compared")).ToContainTextAsync("số đạt từ 90 thành 95");
        await AssertFitsEveryoneAsync();

        await Page.ClickAsync(".trail a:has-text('Báo cáo lần 3')");
        await Page.ClickAsync(".revisions a:has-text('Lần 2')");
        await Page.ClickAsync("text=Khôi phục lần này");
        await AssertFitsEveryoneAsync();
        await Page.GetByLabel("Lý do khôi phục").FillAsync("Tệp sau là nhầm");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Khôi phục lần 2" }).ClickAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("khôi phục từ lần 2");
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Xem báo cáo đã lưu" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1 + .lead-line")).ToContainTextAsync("Lần 4");
        await AssertFitsEveryoneAsync();
    }

    private async Task SendAsync(int officials)
    {
        await Page.GotoAsync(Home);
        await UploadAsync(Book.Of(Head, [1, "CBCCVC", "người", 119, officials]));
        await ConfirmAsync();
    }
}
