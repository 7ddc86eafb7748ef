using KpiTracker.Data.Accounts;
using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>A ward sends, the month is approved and closed, re-opened with a reason, and sent again; in a district that no other test sends for.</summary>
public sealed class ReviewBrowserTests : SendingBrowserTest
{
    /// <summary>Phường Nghĩa Tân, in Quận Cầu Giấy (005).</summary>
    private const string Ward = "00160";

    private const string Queue = "/review?unit=005&period=2025-05";
    private const string Home = "/reports?period=2025-05";

    [Test]
    public async Task An_approved_month_takes_nothing_more_until_it_is_re_opened()
    {
        await Site.AddAccountAsync("nghiatan", "Lê Thị Hoa", AccountRole.WardOfficer, Ward);
        await SignInAsync("nghiatan");
        await SendAsync(90);

        await AsAsync(TestSite.Administrator);
        await Page.GotoAsync(Queue);
        await Assertions.Expect(Page.Locator(".review-table")).ToContainTextAsync("Phường Nghĩa Tân");
        await GiveMoreTimeAsync();
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Duyệt các báo cáo đã đánh dấu…" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Duyệt 1 báo cáo tháng 05/2025?");
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Duyệt 1 báo cáo" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-success").First).ToContainTextAsync("Đã duyệt 1/1 báo cáo");
        await AssertFitsEveryoneAsync();

        await AsAsync("nghiatan");
        await Page.GotoAsync(Home);
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("tháng này đã khóa, không nhận báo cáo khác");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Được gia hạn đến 10/06/2025 (lý do: Mưa bão)");
        Assert.That(await Page.Locator("#upload-file").CountAsync(), Is.Zero);
        await AssertFitsEveryoneAsync();
        await Page.GotoAsync($"/reports/nothing?unit={Ward}&period=2025-05");
        Assert.That(await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Xác nhận không phát sinh" }).CountAsync(), Is.Zero);

        await AsAsync(TestSite.Administrator);
        await Page.GotoAsync(Queue);
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Mở lại…" }).ClickAsync();
        await AssertFitsEveryoneAsync();
        await Page.GetByLabel("Lý do mở lại").FillAsync("Phường báo nhầm số cán bộ.");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mở lại", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-success")).ToContainTextAsync("Đã mở lại");
        await AssertFitsEveryoneAsync();

        await AsAsync("nghiatan");
        await Page.GotoAsync(Home);
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Tháng 05/2025 đã được mở lại, anh/chị có thể nộp lại báo cáo.");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Lý do: “Phường báo nhầm số cán bộ.”");
        await AssertFitsEveryoneAsync();
        await SendAsync(95);
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Xem báo cáo đã lưu" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1 + .lead-line")).ToContainTextAsync("Chờ duyệt");
        await Assertions.Expect(Page.Locator("[aria-labelledby=review-title]")).ToContainTextAsync("Lý do: “Phường báo nhầm số cán bộ.”");
        await AssertFitsEveryoneAsync();

        await AsAsync(TestSite.Administrator);
        await Page.GotoAsync(Queue);
        var row = Page.Locator(".review-table tbody tr");
        await Assertions.Expect(row).ToContainTextAsync("mở lại tháng này lúc");
        await Assertions.Expect(row).ToContainTextAsync("Lý do: “Phường báo nhầm số cán bộ.”");
        await Assertions.Expect(row).ToContainTextAsync("số đạt từ 90 thành 95 (+5)");
        await Assertions.Expect(row.Locator("input[name=id]")).Not.ToBeCheckedAsync();
        await AssertFitsEveryoneAsync();
    }

    private async Task GiveMoreTimeAsync()
    {
        await Page.ClickAsync("summary:has-text('Gia hạn cho phường, xã')");
        await Page.SelectOptionAsync("#extension-for", Ward);
        await Page.FillAsync("#extension-day", "2025-06-10");
        await Page.FillAsync("#extension-reason", "Mưa bão");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Gia hạn", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator("[aria-labelledby=extensions-title]")).ToContainTextAsync("Phường Nghĩa Tân: gia hạn đến 10/06/2025");
        await Page.ClickAsync("summary:has-text('Gia hạn cho phường, xã')");
    }

    /// <summary>Somebody else at another machine.</summary>
    private async Task AsAsync(string name)
    {
        await OpenContextAsync(new BrowserNewContextOptions());
        await SignInAsync(name);
    }

    private async Task SendAsync(int officials)
    {
        await Page.GotoAsync(Home);
        await UploadAsync(Book.Of(Head, [1, "CBCCVC", "người", 119, officials]));
        await ConfirmAsync();
    }
}
