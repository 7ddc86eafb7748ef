using System.Text.RegularExpressions;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The first visit to a site without accounts: a site of its own.</summary>
public sealed class SetupBrowserTests : BrowserTest
{
    private TestSite _fresh = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _fresh = await TestSite.StartWithoutAccountsAsync();

    // After the page, which would complain of a site that is gone.
    [OneTimeTearDown]
    public async Task StopAsync() => await _fresh.DisposeAsync();

    [Test]
    public async Task The_first_visitor_with_the_token_sets_the_site_up_and_signs_in()
    {
        const string Phrase = "mười con cá vàng bơi ngược";
        await Page.GotoAsync(_fresh.Address + "sign-in");
        await Page.ClickAsync("a[href='/setup']");
        await Assertions.Expect(Page.Locator("#setup-from")).ToHaveValueAsync("2025-05");
        await AssertFitsEveryoneAsync();
        await FillAsync("abcd-efgh-jkmn-pqrs", Phrase);
        await Assertions.Expect(Page.Locator(".notice-error")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#user-name")).ToHaveValueAsync("quan-tri");
        await AssertFitsEveryoneAsync();
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await Page.GotoAsync(_fresh.Address + "setup");
        await AssertFitsEveryoneAsync();
        await FillAsync(_fresh.Services.GetRequiredService<SetupToken>().Made!, Phrase);
        await Page.WaitForURLAsync(new Regex("/sign-in"));
        await Assertions.Expect(Page.Locator(".notice-success")).ToContainTextAsync("Đã thiết lập xong hệ thống");
        await AssertFitsEveryoneAsync();
        await Page.FillAsync("#name", "quan-tri");
        await Page.FillAsync("#password", Phrase);
        await Page.ClickAsync("form.panel button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await Assertions.Expect(Page.Locator(".officer-name")).ToHaveTextAsync("Phạm Quản Trị");
        await AssertFitsEveryoneAsync();
    }

    private async Task FillAsync(string token, string phrase)
    {
        await Page.FillAsync("#token", token);
        await Page.FillAsync("#user-name", "quan-tri");
        await Page.FillAsync("#display-name", "Phạm Quản Trị");
        await Page.FillAsync("#password", phrase);
        await Page.FillAsync("#again", phrase);
        await Page.ClickAsync("main form button[type=submit]");
    }
}
