using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The same pages in the dark and on paper: axe measures every text's contrast there too.</summary>
public sealed class ThemeTests : BrowserTest
{
    private static readonly string[] Pages =
    [
        "/units/007?period=2025-05",
        "/units/007/indicators/OFFICIALS?period=2025-05",
        "/compare?units=007,00241,00244&period=2025-05",
        "/units/007/present?period=2025-05",
        "/reports?period=2025-05",
        "/reports/batches/new",
        "/summaries/007?period=2025-05",
    ];

    [OneTimeSetUp]
    public Task OpenOfficeAsync() => ToolsOffice.OpenAsync(Site);

    [TestCaseSource(nameof(Pages))]
    public async Task Every_page_fits_everyone_in_the_dark(string address)
    {
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await SignInAsync(ToolsOffice.DistrictOfficer);
        await VisitAsync(address);
        Assert.That(await PaperAsync(), Is.EqualTo("rgb(16, 22, 29)"));
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await AssertFitsEveryoneAsync();
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Every_page_fits_everyone_on_paper(string address)
    {
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await SignInAsync(ToolsOffice.DistrictOfficer);
        await VisitAsync(address);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.That(await PaperAsync(), Is.EqualTo("rgb(255, 255, 255)"), "paper is light");
        await Assertions.Expect(Page.Locator("nav:visible, .btn:visible, .table-action:visible")).ToHaveCountAsync(0);
        // The printed summary is a document with a title of its own; the page's heading stays on the screen.
        await AssertAxeFindsNothingAsync("on paper", "target-size", "page-has-heading-one");
    }

    [Test]
    public async Task The_switch_wins_over_the_device()
    {
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        await SignInAsync(ToolsOffice.Leader);
        await VisitAsync("/units/007?period=2025-05");
        Assert.That(await PaperAsync(), Is.EqualTo("rgb(244, 246, 248)"));
        await Page.ClickAsync(".theme-switch button");
        await Assertions.Expect(Page.Locator(".theme-switch button")).ToHaveAttributeAsync("title", "Giao diện: tối. Bấm để chuyển sang: sáng");
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        Assert.That((await PaperAsync(), new Uri(Page.Url).PathAndQuery), Is.EqualTo(("rgb(16, 22, 29)", "/units/007?period=2025-05")));
        await Page.ClickAsync(".theme-switch button");
        await Assertions.Expect(Page.Locator(".theme-switch button")).ToHaveAttributeAsync("title", "Giao diện: sáng. Bấm để chuyển sang: theo thiết bị");
    }

    private Task<string> PaperAsync() => Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private async Task VisitAsync(string address)
    {
        await Page.GotoAsync(address);
        // Static pages have nothing to wait for.
        if (!address.StartsWith("/reports", StringComparison.Ordinal))
        {
            await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        }
    }
}
