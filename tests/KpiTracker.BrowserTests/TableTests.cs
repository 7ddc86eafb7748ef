using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

public sealed class TableTests : BrowserTest
{
    private const string Heat = "section:has(#heat) ";

    [OneTimeSetUp]
    public Task OpenOfficeAsync() => ToolsOffice.OpenAsync(Site);

    [Test]
    public async Task A_table_is_copied_with_one_button_that_says_so()
    {
        await OpenContextAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync("/units/007?period=2025-05");
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await Page.ClickAsync(Heat + "[data-copy]");
        await Assertions.Expect(Page.Locator(Heat + ".copy-status")).ToHaveTextAsync("Đã sao chép, có thể dán vào Excel.");
        var copied = await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.That(copied.Split('\n')[0], Does.StartWith("Mã đơn vị\tĐơn vị\tCán bộ, công chức"));
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_table_is_copied_too_where_the_browser_has_no_clipboard_for_pages()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.AddInitScriptAsync("delete window.ClipboardItem");
        await Page.GotoAsync("/units/007?period=2025-05");
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await Page.ClickAsync(Heat + "[data-copy]");
        await Assertions.Expect(Page.Locator(Heat + ".copy-status")).ToHaveTextAsync("Đã sao chép, có thể dán vào Excel.");
        await Assertions.Expect(Page.Locator(Heat + "[data-copy]")).ToBeFocusedAsync();
    }

    [Test]
    public async Task A_table_s_file_is_one_click_away()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync("/units/007?period=2025-05");
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync(Heat + "a[href*='/xlsx']"));
        Assert.That(download.SuggestedFilename, Is.EqualTo("cac-don-vi_hai-ba-trung_2025-05.xlsx"));
    }
}
