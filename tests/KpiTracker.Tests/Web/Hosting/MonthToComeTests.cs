using System.Net;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Of a month to come the latest that has closed is shown, under its own address, which says so.</summary>
public sealed class MonthToComeTests
{
    [TestCase("/units/006", "")]
    [TestCase("/units/006", "&indicator=ADULTS&sort=name")]
    [TestCase("/units/006/indicators/OFFICIALS", "")]
    public async Task A_month_to_come_leads_to_the_latest_one_which_says_so(string page, string view)
    {
        using var client = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Stranger);

        var answer = await client.GetAsync($"{page}?period=2099-01{view}");
        var address = answer.Headers.Location!.PathAndQuery;
        var shown = await (await client.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(address, Does.StartWith(page).And.EndsWith($"{view}&later=2099-01").And.Not.Contains("period=2099"));
            Assert.That(shown, Does.Contain("Kỳ 01/2099 chưa đến"));
        });
    }

    [Test]
    public async Task A_month_that_has_come_meanwhile_is_no_longer_said_to_be_to_come()
    {
        using var client = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Stranger);

        Assert.That(await (await client.GetAsync("/units/006/indicators/OFFICIALS?period=2025-05&later=2025-05")).Content.ReadAsStringAsync(), Does.Not.Contain("chưa đến nên"));
    }
}
