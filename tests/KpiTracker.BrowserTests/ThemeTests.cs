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

    /// <summary>Seen by an administrator alone.</summary>
    private static readonly string[] PagesAbove = ["/units/01?period=2025-05", "/admin/thresholds"];

    [OneTimeSetUp]
    public Task OpenOfficeAsync() => ToolsOffice.OpenAsync(Site);

    [TestCaseSource(nameof(Pages))]
    public async Task Every_page_fits_everyone_in_the_dark(string address)
    {
        await OpenInTheDarkAsync(ToolsOffice.DistrictOfficer, address);
        await AssertDarkFitsEveryoneAsync();
    }

    [TestCaseSource(nameof(PagesAbove))]
    public async Task An_administrators_page_fits_everyone_in_the_dark(string address)
    {
        await OpenInTheDarkAsync(TestSite.Administrator, address);
        await AssertDarkFitsEveryoneAsync();
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Every_page_fits_everyone_on_paper(string address)
    {
        await OpenInTheDarkAsync(ToolsOffice.DistrictOfficer, address);
        await AssertFitsPaperAsync();
    }

    [TestCaseSource(nameof(PagesAbove))]
    public async Task An_administrators_page_fits_everyone_on_paper(string address)
    {
        await OpenInTheDarkAsync(TestSite.Administrator, address);
        await AssertFitsPaperAsync();
    }

    [Test]
    public async Task A_frozen_presentation_fits_everyone_in_the_dark_and_on_paper()
    {
        await OpenInTheDarkAsync(ToolsOffice.Leader, "/units/007/present?period=2025-03");
        await Page.ClickAsync(".present-freeze button");
        await Page.WaitForURLAsync("**/snapshots/**");
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await AssertDarkFitsEveryoneAsync();
        await AssertFitsPaperAsync();
    }

    // Every ward by every indicator, each with whole, numerator and rate: the widest there is.
    [TestCase("/summaries/01?period=2025-05")]
    [TestCase("/summaries/007?period=2025-05")]
    public async Task Nothing_of_a_wide_summary_is_wider_than_the_paper(string address)
    {
        await SignInAsync(TestSite.Administrator);
        await VisitAsync(address);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await AssertNothingIsWiderThanPaperAsync();
    }

    [TestCase("/compare?units=007,00241,00244&period=2025-05")]
    [TestCase("/compare?units=007&period=2025-05&with=2025-03")]
    public async Task A_comparison_prints_its_bars_and_reservations_stand_back_behind_the_status(string address)
    {
        await SignInAsync(TestSite.Administrator);
        await VisitAsync(address);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.That(await Page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.comparison .chart-mark .bullet-value')].map(bar => bar.getBoundingClientRect().width))"), Is.GreaterThan(10));
        var larger = await Page.EvaluateAsync<int>("[...document.querySelectorAll('.comparison .status-note')].filter(n => parseFloat(getComputedStyle(n).fontSize) >= parseFloat(getComputedStyle(n.parentElement.querySelector('.status')).fontSize)).length");
        Assert.That(larger, Is.Zero);
    }

    // Fourteen columns, twelve months, and a table beside each chart.
    [TestCase("/units/007?period=2025-05")]
    [TestCase("/units/01?period=2025-05")]
    [TestCase("/units/007/indicators/OFFICIALS?period=2025-05")]
    public async Task Unfolded_tables_are_no_wider_than_the_paper(string address)
    {
        await SignInAsync(TestSite.Administrator);
        await VisitAsync(address);
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await AssertNothingIsWiderThanPaperAsync();
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

    private async Task OpenInTheDarkAsync(string officer, string address)
    {
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await SignInAsync(officer);
        await VisitAsync(address);
    }

    private async Task AssertDarkFitsEveryoneAsync()
    {
        Assert.That(await PaperAsync(), Is.EqualTo("rgb(16, 22, 29)"));
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await AssertFitsEveryoneAsync();
    }

    private async Task AssertFitsPaperAsync()
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.That(await PaperAsync(), Is.EqualTo("rgb(255, 255, 255)"), "paper is light");
        await Assertions.Expect(Page.Locator("nav:visible, .btn:visible, .table-action:visible")).ToHaveCountAsync(0);
        // A part of another shape begins a page of its own: what stands before it is left behind on a page that is all but empty.
        Assert.That(await Page.EvaluateAsync<int>("[...document.querySelectorAll('main, main *')].filter(e => getComputedStyle(e).page !== 'auto').length"), Is.Zero, "all on one shape of paper");
        // The printed summary is a document with a title of its own; the page's heading stays on the screen.
        await AssertAxeFindsNothingAsync("on paper", "page-has-heading-one");
        await AssertNothingIsWiderThanPaperAsync();
    }

    /// <summary>At the width that A4 leaves between its margins: 180 mm upright, 273 mm on its side.</summary>
    private async Task AssertNothingIsWiderThanPaperAsync()
    {
        var isOnItsSide = await Page.EvaluateAsync<bool>("[document.body, ...document.querySelectorAll('body > *, main, .paper')].some(e => getComputedStyle(e).page !== 'auto')");
        await Page.SetViewportSizeAsync(isOnItsSide ? 1031 : 680, 900);
        var wider = await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('svg, .visually-hidden')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))");
        Assert.That(wider, Is.Empty, Page.Url);
    }

    private Task<string> PaperAsync() => Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private async Task VisitAsync(string address)
    {
        await Page.GotoAsync(address);
        // Static pages have nothing to wait for.
        if (!address.StartsWith("/reports", StringComparison.Ordinal) && !address.StartsWith("/admin", StringComparison.Ordinal))
        {
            await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        }
    }
}
