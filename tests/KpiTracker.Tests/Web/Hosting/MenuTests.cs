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
    public async Task The_bare_address_leads_to_the_slides_of_the_own_unit(string address, string start)
    {
        using var leader = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Leader);
        var answer = await leader.GetAsync(address);

        Assert.That(answer.Headers.Location!.ToString(), Does.StartWith(start));
    }
}
