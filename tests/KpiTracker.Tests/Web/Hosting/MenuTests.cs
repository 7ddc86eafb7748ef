using AngleSharp.Html.Parser;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>The menu tells where the reader is, on whatever page of a section.</summary>
public sealed class MenuTests
{
    [TestCase("/units/01?period=2025-05", "/units/01", Description = "the page that the menu leads to")]
    [TestCase("/units/003?period=2025-05", "/units/01", Description = "a district below")]
    [TestCase("/units/00109?period=2025-05", "/units/01", Description = "a ward")]
    [TestCase("/units/003/indicators/OFFICIALS?period=2025-05", "/units/01")]
    [TestCase("/summaries/003?period=2025-05", "/summaries/01")]
    [TestCase("/compare", "/compare")]
    public async Task The_section_is_marked_as_the_current_one(string address, string marked)
    {
        using var administrator = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Administrator);
        using var page = new HtmlParser().ParseDocument(await (await administrator.GetAsync(address)).Content.ReadAsStringAsync());

        Assert.That(page.QuerySelectorAll(".site-menu [aria-current=page]").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])[marked]));
    }

    [TestCase("/?present", "/units/003/present?period=")]
    [TestCase("/", "/units/003?period=")]
    [TestCase("/?period=2025-05&indicator=OFFICIALS", "/units/003?period=2025-05&indicator=OFFICIALS", Description = "what else the address names is kept")]
    [TestCase("/?present&period=2025-05", "/units/003/present?period=2025-05")]
    [TestCase("/?period=may", "/units/003?period=20", Description = "what is no month is left out")]
    public async Task The_bare_address_leads_to_the_slides_of_the_own_unit(string address, string start)
    {
        using var leader = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Leader);
        var answer = await leader.GetAsync(address);

        Assert.That(answer.Headers.Location!.ToString(), Does.StartWith(start));
    }

    [Test]
    public async Task A_month_to_come_leads_to_the_latest_one_which_says_so_and_stays()
    {
        using var leader = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Leader);
        var address = (await leader.GetAsync("/units/003?period=2099-01&sort=unit")).Headers.Location?.ToString();

        Assert.That(address, Does.Match(@"/units/003\?period=20\d\d-\d\d&sort=unit&later=2099-01$"));
        var shown = await leader.GetAsync(address!);
        Assert.That(shown.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK));
        Assert.That(await shown.Content.ReadAsStringAsync(), Does.Contain("Kỳ 01/2099 chưa đến nên chưa có số liệu"));
    }
}
