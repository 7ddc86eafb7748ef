using KpiTracker.Web.Hosting;

namespace KpiTracker.Tests.Web.Hosting;

public sealed class ThemesTests
{
    [Test]
    public void The_switch_goes_round_through_all_three() =>
        Assert.That(Themes.After(Themes.After(Themes.After(Themes.Auto))), Is.EqualTo(Themes.Auto));

    [TestCase(Themes.Auto, "screen and (prefers-color-scheme: dark)")]
    [TestCase(Themes.Dark, "screen")]
    [TestCase(Themes.Light, null)]
    public void Dark_is_for_screens_alone(string theme, string? media) => Assert.That(Themes.DarkMedia(theme), Is.EqualTo(media));

    [TestCase("dark", "css/dark.", "media=\"screen\"")]
    [TestCase("light", "", "name=\"color-scheme\" content=\"light\"")]
    [TestCase("pink", "css/dark.", "media=\"screen and (prefers-color-scheme: dark)\"", Description = "an unknown theme is the device's")]
    public async Task The_choice_is_kept_in_a_cookie_and_comes_back_to_the_page(string theme, string link, string says)
    {
        using var client = new SiteClient(SharedSite.Site);
        var answer = await client.SubmitAsync("/sign-in", "/theme", ("theme", theme), ("returnUrl", "/sign-in?x=1"));
        var page = await (await client.GetAsync("/sign-in")).Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo("/sign-in?x=1"));
            Assert.That(page, Does.Contain(says));
            Assert.That(page.Contains("css/dark.", StringComparison.Ordinal), Is.EqualTo(link.Length > 0));
        });
    }
}
