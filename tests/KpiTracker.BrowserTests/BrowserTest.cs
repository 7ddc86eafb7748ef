using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;

namespace KpiTracker.BrowserTests;

/// <summary>A page in a context of its own. A test in which the console speaks, a request fails or the security policy is violated has failed.</summary>
public abstract class BrowserTest
{
    internal static readonly ViewportSize Desktop = new() { Width = 1366, Height = 768 };
    internal static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private readonly List<string> _complaints = [];
    private IBrowserContext _context = null!;
    private int _pictures;

    internal IPage Page { get; private set; } = null!;

    internal static TestSite Site => Browser.Site;

    [SetUp]
    public async Task OpenAsync()
    {
        _complaints.Clear();
        await OpenContextAsync(new BrowserNewContextOptions());
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed && Page.Url.StartsWith("http", StringComparison.Ordinal))
        {
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.png");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
            TestContext.AddTestAttachment(file);
            await TestContext.Out.WriteLineAsync($"{Page.Url}, see {file}");
        }

        await _context.CloseAsync();
        Assert.That(_complaints, Is.Empty, "The browser complained.");
    }

    /// <summary>Another context instead of the one that every test starts with.</summary>
    internal async Task OpenContextAsync(BrowserNewContextOptions options)
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }

        options.BaseURL = Site.Address.ToString();
        options.ViewportSize ??= Desktop;
        options.Locale = "vi-VN";
        // A button that fades from one colour to another has neither for a moment, and axe would measure that.
        options.ReducedMotion ??= ReducedMotion.Reduce;
        _context = await Browser.Chromium.NewContextAsync(options);
        _context.SetDefaultTimeout(15_000);
        Page = await _context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{Page.Url}: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _complaints.Add($"{Page.Url}: {error}");
    }

    /// <summary>The console also tells of a refused page; a test that asks for one says so.</summary>
    internal void ForgiveComplaintsWith(string text) => _complaints.RemoveAll(c => c.Contains(text, StringComparison.Ordinal));

    internal async Task SignInAsync(string name)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("#name", name);
        await Page.FillAsync("#password", TestSite.Password);
        await Page.ClickAsync("form.panel button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Nothing found by axe at either size, no sideways scrolling, and an h1: on the page as it stands now.</summary>
    internal async Task AssertFitsEveryoneAsync()
    {
        foreach (var size in new[] { Desktop, Phone })
        {
            await Page.SetViewportSizeAsync(size.Width, size.Height);
            await TakePictureAsync(size.Width);
            await AssertAxeFindsNothingAsync($"at {size.Width} px");
            var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.That(overflow, Is.Zero, $"The page scrolls sideways at {size.Width} px on {Page.Url}");
        }

        Assert.That(await Page.Locator("h1").CountAsync(), Is.EqualTo(1), Page.Url);
        await Page.SetViewportSizeAsync(Desktop.Width, Desktop.Height);
    }

    /// <param name="where">Said when something is found.</param>
    /// <param name="leftOut">Rules that do not hold there.</param>
    internal async Task AssertAxeFindsNothingAsync(string where, params string[] leftOut)
    {
#pragma warning disable CS0618 // The other way opens a second page for every run, only to look into frames: there are none, and it doubles the time.
        var axe = await Page.Locator("html").RunAxeLegacy(new AxeRunOptions
#pragma warning restore CS0618
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            Rules = leftOut.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }),
        });
        Assert.That(
            axe.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}")),
            Is.Empty,
            $"axe {where} on {Page.Url}");
    }

    /// <summary>With <c>KPITRACKER_PICTURES</c> set to a folder, every page looked at is left there, to be looked at by a person.</summary>
    private async Task TakePictureAsync(int width)
    {
        if (Environment.GetEnvironmentVariable("KPITRACKER_PICTURES") is { Length: > 0 } folder)
        {
            var name = $"{TestContext.CurrentContext.Test.MethodName}-{++_pictures:00}-{width}.png";
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
        }
    }
}
