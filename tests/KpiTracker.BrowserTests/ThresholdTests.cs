using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The site is shared: here nothing is set that would judge other tests' figures.</summary>
public sealed class ThresholdTests : BrowserTest
{
    [Test]
    public async Task The_page_and_its_refusal_fit_everyone()
    {
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/admin/thresholds");
        await AssertFitsEveryoneAsync();
        await Page.FillAsync("#at-risk", "120");
        await Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(Page.Locator(".notice-error")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#at-risk")).ToHaveValueAsync("120");
        await AssertFitsEveryoneAsync();
    }
}
