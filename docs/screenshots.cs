#:package Microsoft.Playwright
#:property PublishAot=false
using Microsoft.Playwright;

// Takes the pictures of README and guides, from a site in Development with sample data:
//   dotnet run docs/screenshots.cs -- http://localhost:5080 docs/images
// It uploads data/samples/phuong-tu-lien-co-loi-2025-05.xlsx as a draft, mends it on the page, sends it on the phone, and leaves the rest as it was.
var (address, folder) = (args[0], Path.GetFullPath(args[1]));
Directory.CreateDirectory(folder);
using var playwright = await Playwright.CreateAsync();
await using var chromium = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("KPITRACKER_CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu"],
});

var desktop = new ViewportSize { Width = 1366, Height = 768 };
var phone = new ViewportSize { Width = 390, Height = 844 };
var faulty = Path.GetFullPath("data/samples/phuong-tu-lien-co-loi-2025-05.xlsx");

await WithPageAsync(desktop, null, async page =>
{
    await page.GotoAsync("/sign-in");
    await ShootAsync(page, "sign-in");
});
await WithPageAsync(desktop, "Lãnh đạo", async page =>
{
    await page.GotoAsync("/units/003?period=2025-06");
    await ShootAsync(page, "dashboard");
    await page.GotoAsync("/summaries/003?period=2025-06");
    await ShootAsync(page, "summary");
});
await WithPageAsync(phone, "Lãnh đạo", async page =>
{
    await page.GotoAsync("/units/003?period=2025-06");
    await ShootAsync(page, "dashboard-phone");
});
await WithPageAsync(desktop, "Cán bộ phường", async page =>
{
    await page.GotoAsync("/reports");
    await ShootAsync(page, "reports");
    await UploadAsync(page);
    await ShootAsync(page, "findings");
});
await WithPageAsync(phone, "Cán bộ phường", async page =>
{
    await page.GotoAsync("/reports");
    await ShootAsync(page, "reports-phone");
    await UploadAsync(page);
    await ShootAsync(page, "findings-phone");
    await page.Locator("table.editable input").First.ScrollIntoViewIfNeededAsync();
    await ShootAsync(page, "mending-phone");
});
await WithPageAsync(desktop, "Chuyên viên", async page =>
{
    await page.GotoAsync("/reports/batches/new");
    await ShootAsync(page, "batch");
});

async Task UploadAsync(IPage page)
{
    await page.SetInputFilesAsync("input[type=file]", faulty);
    await page.Locator("form:has(input[type=file]) button[type=submit]").ClickAsync();
    await page.WaitForURLAsync(url => url.Contains("/reports/drafts/", StringComparison.Ordinal));
}

async Task WithPageAsync(ViewportSize size, string? role, Func<IPage, Task> visit)
{
    await using var context = await chromium.NewContextAsync(new() { BaseURL = address, ViewportSize = size, Locale = "vi-VN" });
    var page = await context.NewPageAsync();
    if (role is not null)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("button.sample", new() { HasText = role }).First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    await visit(page);
}

async Task ShootAsync(IPage page, string name, bool whole = false)
{
    await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
    Console.WriteLine($"{name}.png");
}
