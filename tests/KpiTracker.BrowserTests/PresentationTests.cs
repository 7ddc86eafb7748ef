using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

public sealed class PresentationTests : BrowserTest
{
    [OneTimeSetUp]
    public Task OpenOfficeAsync() => ToolsOffice.OpenAsync(Site);

    [Test]
    public async Task Slides_are_changed_by_keys_and_links_and_the_address_names_them()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync("/units/007?period=2025-05&present");
        await ExpectTitleAsync("Đang ở đâu so với mục tiêu?");
        await Page.Keyboard.PressAsync("ArrowRight");
        await ExpectTitleAsync("Điểm sáng");
        await Page.Keyboard.PressAsync("PageDown");
        await ExpectTitleAsync("Ai đang chậm?");
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(Site.Address, "/units/007/present?period=2025-05&slide=3").ToString());
        await Page.Keyboard.PressAsync("ArrowLeft");
        await ExpectTitleAsync("Điểm sáng");
        await Page.ClickAsync(".present-places a >> nth=4");
        await ExpectTitleAsync("Có đạt mục tiêu không?");
        await Page.Keyboard.PressAsync("ArrowRight");
        await ExpectTitleAsync("Có đạt mục tiêu không?");
    }

    [Test]
    public async Task Every_slide_fits_everyone_and_the_screen()
    {
        await SignInAsync(ToolsOffice.Leader);
        foreach (var slide in Enumerable.Range(1, 5))
        {
            await Page.GotoAsync($"/units/007/present?period=2025-05&slide={slide}");
            await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
            var hidden = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight - innerHeight");
            Assert.That(hidden, Is.LessThanOrEqualTo(0), $"Slide {slide} is higher than the screen.");
            await AssertFitsEveryoneAsync();
        }
    }

    [Test]
    public async Task Freezing_leads_to_a_link_that_says_when_and_by_whom()
    {
        await SignInAsync(ToolsOffice.Leader);
        await Page.GotoAsync("/units/007/present?period=2025-04");
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await Page.ClickAsync(".present-freeze button");
        await Page.WaitForURLAsync("**/snapshots/**");
        await Assertions.Expect(Page.Locator(".present-frozen")).ToContainTextAsync("người chốt: Đỗ Thị Hai");
        await AssertFitsEveryoneAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        await ExpectTitleAsync("Điểm sáng");
        await Page.GotoAsync("/units/007/present?period=2025-04");
        await Assertions.Expect(Page.Locator(".present-list summary")).ToContainTextAsync("(1)");
    }

    private async Task ExpectTitleAsync(string title)
    {
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
    }
}
