using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>One site and one Chromium for the whole run; each test has a browser context of its own.</summary>
[SetUpFixture]
public sealed class Browser
{
    private static IPlaywright _playwright = null!;

    internal static TestSite Site { get; private set; } = null!;

    internal static IBrowser Chromium { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var site = TestSite.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            // Playwright's own when the machine has none.
            ExecutablePath = FindChromium(),
            Args =
            [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        });
        Site = await site;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Chromium is not null)
        {
            await Chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Site is not null)
        {
            await Site.DisposeAsync();
        }
    }

    private static string? FindChromium() =>
        new[] { Environment.GetEnvironmentVariable("KPITRACKER_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));
}
