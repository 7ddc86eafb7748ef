using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

public sealed class SummaryTests : BrowserTest
{
    private const string Page003 = "/summaries/003?period=2025-05";

    [Test]
    public async Task The_preview_fits_everyone()
    {
        await SignInAsync(TestSite.Leader);
        await Page.GotoAsync(Page003);
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Quận Tây Hồ");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task The_file_is_one_click_away()
    {
        await SignInAsync(TestSite.Leader);
        await Page.GotoAsync(Page003);
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync("a[href*='/xlsx']"));
        Assert.That(download.SuggestedFilename, Is.EqualTo("bao-cao-tong-hop_tay-ho_2025-05.xlsx"));
    }

    [Test]
    public async Task Print_leaves_only_the_report()
    {
        await SignInAsync(TestSite.Leader);
        await Page.GotoAsync(Page003);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(Page.Locator(".paper-title")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".site-header")).ToBeHiddenAsync();
        await Assertions.Expect(Page.Locator("h1")).ToBeHiddenAsync();
    }
}
