using System.Diagnostics;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>A leader's page stands open while a ward's report comes in and is given back.</summary>
public sealed class LiveTests : BrowserTest
{
    private const string Notice = ".live-notice [role=status]";

    private static IReadOnlyList<string> _wards = [];

    [OneTimeSetUp]
    public async Task OpenOfficeAsync() => _wards = await ToolsOffice.OpenAsync(Site);

    [Test]
    public async Task A_report_that_comes_in_shows_on_open_pages_within_two_seconds_and_leaves_place_and_focus()
    {
        // The first of the silent; the focus lies on the last, whose place in the list changes.
        var silent = _wards[^4];
        await SignInAsync(ToolsOffice.Leader);
        await VisitAsync("/units/007?period=2025-05");
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Page.Locator(".missing-wards a").Last.FocusAsync();
        await Page.EvaluateAsync("window.scrollBy(0, 40)");
        var before = await PlaceAsync();
        var reported = await Page.Locator(".missing-wards li").CountAsync();

        var seconds = await SendNothingAsync(silent);
        await Assertions.Expect(Page.Locator(Notice)).ToContainTextAsync("nộp tháng 05/2025", new() { Timeout = 2000 });
        TestContext.Out.WriteLine($"shown {seconds.Elapsed.TotalSeconds:0.00} s after the click");
        await Assertions.Expect(Page.Locator(".missing-wards li")).ToHaveCountAsync(reported - 1);
        Assert.That(await PlaceAsync(), Is.EqualTo(before));
        await AssertFitsEveryoneAsync();
        await Page.ClickAsync(".live-close");
        await Assertions.Expect(Page.Locator(Notice)).ToBeEmptyAsync();
    }

    [Test]
    public async Task What_happens_elsewhere_or_later_is_not_told()
    {
        var registers = await Site.Services.GetRequiredService<Registers>().CurrentAsync();
        var own = registers.Units.Find(_wards[0], TestSite.May)!;
        await SignInAsync(ToolsOffice.Leader);
        await VisitAsync("/units/007?period=2025-05");
        var board = Site.Services.GetRequiredService<ReportNewsBoard>();
        board.Sent(TestSite.May, registers.Units.Find("00109", TestSite.May)!.Key);
        board.Sent(TestSite.May.Next, own.Key);
        board.Post(NewsKind.Return, TestSite.May, own.Key);
        await Assertions.Expect(Page.Locator(Notice)).ToHaveTextAsync($"Vừa cập nhật: {own.NameWithKind} bị trả lại báo cáo tháng 05/2025.");
    }

    [Test]
    public async Task A_page_that_is_left_is_told_nothing_more()
    {
        var board = Site.Services.GetRequiredService<ReportNewsBoard>();
        await SignInAsync(ToolsOffice.Leader);
        await VisitAsync("/units/007?period=2025-05");
        var readers = board.Readers;
        await Page.ClickAsync(".site-menu a[href^='/summaries/']");
        await Page.WaitForURLAsync("**/summaries/**");
        await Assertions.Expect(Page.Locator(".paper")).ToBeVisibleAsync();
        Assert.That(() => board.Readers, Is.EqualTo(readers - 1).After(5000, 50));
    }

    private Task<string> PlaceAsync() => Page.EvaluateAsync<string>("`${document.activeElement.href} ${Math.round(scrollY)} ${document.querySelectorAll('details[open]').length > 0}`");

    /// <summary>Another officer, in another browser.</summary>
    private static async Task<Stopwatch> SendNothingAsync(string ward)
    {
        await using var context = await Browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = Site.Address.ToString(), Locale = "vi-VN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#name", ToolsOffice.DistrictOfficer);
        await page.FillAsync("#password", TestSite.Password);
        await page.ClickAsync("form.panel button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync($"/reports/nothing?unit={ward}&period=2025-05");
        var clock = Stopwatch.StartNew();
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync("**/receipts/**");
        return clock;
    }

    private async Task VisitAsync(string address)
    {
        await Page.GotoAsync(address);
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
    }
}
