using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>Quận Đống Đa (006) in April and May 2025: some wards on time, one late, the others silent.</summary>
public sealed class DashboardTests : BrowserTest
{
    private static string _ward = "";

    [OneTimeSetUp]
    public async Task PutReports()
    {
        var registers = await Site.Services.GetRequiredService<Registers>().CurrentAsync();
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var reports = new StoredReports(db, registers);
        var wards = registers.Units.WardsOf(registers.Units.Find("006", TestSite.May)!.Key, TestSite.May);
        _ward = wards[0].Code;
        foreach (var (ward, index) in wards.Take(wards.Count - 3).Select((w, i) => (w, i)))
        {
            foreach (var (month, sentOn, gain) in new[] { ("2025-04", "2025-05-06", 0), ("2025-05", index == 2 ? "2025-06-20" : "2025-06-02", 40) })
            {
                await reports.AddAsync(
                    ward.Code,
                    month,
                    sentOn,
                    ("OFFICIALS", 120 + (7 * index) + gain, 300),
                    ("ADULTS", 4000 + (150 * index) + (10 * gain), 9000),
                    ("AMBASSADORS", index % 3, null));
            }
        }
    }

    [TestCase("/units/006?period=2025-05", Description = "the district")]
    [TestCase("/units/006?period=2025-05&indicator=AMBASSADORS&sort=-ADULTS", Description = "ranked and sorted otherwise")]
    [TestCase("/units/006/indicators/OFFICIALS?period=2025-05")]
    [TestCase("/units/006/indicators/AMBASSADORS?period=2025-05")]
    [TestCase("/units/01?period=2025-05", Description = "the city")]
    [TestCase("/units/006?period=2025-03", Description = "nothing yet")]
    public async Task Every_view_fits_everyone(string address)
    {
        await SignInAsync(TestSite.Administrator);
        await VisitAsync(address);
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_ward_s_page_fits_everyone_in_both_languages()
    {
        await SignInAsync(TestSite.Stranger);
        await VisitAsync($"/units/{_ward}?period=2025-05");
        await AssertFitsEveryoneAsync();
        await Page.ClickAsync(".language-switch button");
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task The_tables_behind_the_charts_fit_everyone_when_they_are_opened()
    {
        await SignInAsync(TestSite.Stranger);
        await VisitAsync("/units/006?period=2025-05");
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task From_the_district_one_gets_down_to_the_cell()
    {
        await SignInAsync(TestSite.Stranger);
        await VisitAsync("/units/006?period=2025-05");
        await Page.ClickAsync(".ranking-name a >> nth=0");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Phường");
        var mark = Page.Locator("svg.bullet a").First;
        Assert.That(await mark.GetAttributeAsync("href"), Does.Match(@"^/submissions/\d+\?cell=D\d+$"));
    }

    [Test]
    public async Task A_chart_s_figure_is_shown_to_the_keyboard_too()
    {
        await SignInAsync(TestSite.Stranger);
        await VisitAsync("/units/006?period=2025-05");
        var mark = Page.Locator("svg.bullet a").First;
        await Assertions.Expect(mark.Locator(".chart-tip")).ToBeHiddenAsync();
        await Page.FocusAsync(".indicator-name a >> nth=0");
        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(mark).ToBeFocusedAsync();
        await Assertions.Expect(mark.Locator(".chart-tip")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_month_is_chosen_by_a_plain_form_and_stands_in_the_address()
    {
        await SignInAsync(TestSite.Stranger);
        await VisitAsync("/units/006?period=2025-05&indicator=ADULTS");
        await Page.SelectOptionAsync("#period", "2025-04");
        await Page.ClickAsync(".month-form button");
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(Site.Address, "/units/006?period=2025-04&indicator=ADULTS").ToString());
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("04/2025");
    }

    [Test]
    public async Task Another_district_is_refused_on_a_page_of_its_own()
    {
        await SignInAsync(TestSite.Stranger);
        var answer = await Page.GotoAsync("/units/003?period=2025-05");
        Assert.That(answer!.Status, Is.EqualTo(403));
        await AssertFitsEveryoneAsync();
        ForgiveComplaintsWith("403");
    }

    /// <summary>Until the circuit has taken the page over: what is opened or chosen from then on stays so.</summary>
    private async Task VisitAsync(string address)
    {
        await Page.GotoAsync(address);
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
    }
}
