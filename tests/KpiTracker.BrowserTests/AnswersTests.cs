using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>Huyện Mỹ Đức (282) from January to May 2025, its last two communes silent in May: what its leader asks of the page.</summary>
public sealed class AnswersTests : BrowserTest
{
    private const string Leader = "lanhdao-md";

    private static string _ward = "";

    [OneTimeSetUp]
    public async Task PutReports()
    {
        await Site.AddAccountAsync(Leader, "Bùi Thị Mỹ", AccountRole.Leader, "282");
        var registers = await Site.Services.GetRequiredService<Registers>().CurrentAsync();
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var reports = new StoredReports(db, registers);
        var wards = registers.Units.WardsOf(registers.Units.Find("282", TestSite.May)!.Key, TestSite.May);
        _ward = wards[0].Code;
        foreach (var (month, sentOn) in new[] { (1, "2025-02-05"), (2, "2025-03-04"), (3, "2025-04-03"), (4, "2025-05-06"), (5, "2025-06-02") })
        {
            foreach (var (ward, index) in wards.Take(month == 5 ? wards.Count - 2 : wards.Count).Select((w, i) => (w, i)))
            {
                await reports.AddAsync(ward.Code, $"2025-{month:00}", sentOn, ("OFFICIALS", 20 + index + (2 * month), 60), ("ADULTS", 900 + (60 * index) + (45 * month), 3000), ("AMBASSADORS", index % 2, null));
            }
        }
    }

    [TestCase("/units/282?period=2025-05", Description = "all five answers")]
    [TestCase("/units/282?period=2025-05&indicator=ADULTS&group=ADULTS&status=behind", Description = "filtered")]
    [TestCase("/units/282/indicators/ADULTS?period=2025-05", Description = "where a figure comes from, with what is carried")]
    [TestCase("WARD", Description = "a ward beside its district")]
    public async Task Every_answer_fits_everyone_with_all_that_opens_opened(string address)
    {
        await SignInAsync(Leader);
        await VisitAsync(address == "WARD" ? $"/units/{_ward}?period=2025-05" : address);
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task Another_month_comes_without_a_page_load()
    {
        await SignInAsync(Leader);
        await VisitAsync("/units/282?period=2025-05&group=ADULTS");
        await Page.EvaluateAsync("window.sameDocument = true");
        await Page.Locator("a.month-step").First.DispatchEventAsync("click");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("04/2025");
        Assert.That(await Page.EvaluateAsync<string>("`${window.sameDocument} ${location.search}`"), Is.EqualTo("true ?period=2025-04&group=ADULTS"));

        await Page.SelectOptionAsync("#period", "2025-03");
        await Page.SelectOptionAsync("#status", "behind");
        await Page.Locator(".month-form button").DispatchEventAsync("click");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("03/2025");
        Assert.That(await Page.EvaluateAsync<string>("`${window.sameDocument} ${location.search}`"), Is.EqualTo("true ?period=2025-03&group=ADULTS&status=behind"));
    }

    [Test]
    public async Task Last_month_is_one_key_away()
    {
        await SignInAsync(Leader);
        await VisitAsync("/units/282?period=2025-05");
        await Page.Keyboard.PressAsync("Alt+t");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("04/2025");
        await Page.Keyboard.PressAsync("Alt+s");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("05/2025");
    }

    [Test]
    public async Task By_keyboard_alone_a_figure_is_followed_to_its_cell()
    {
        await SignInAsync(Leader);
        await VisitAsync("/units/282?period=2025-05");
        await Page.FocusAsync("svg.bullet a >> nth=0");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("h1:focus")).ToContainTextAsync("Cán bộ, công chức Huyện Mỹ Đức");
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Page.FocusAsync($"#source ~ details tbody th a[href*='/{_ward}/']");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Cán bộ, công chức Thị trấn");
        await Assertions.Expect(Page.Locator(".source-facts")).ToContainTextAsync("bao-cao.xlsx");
        await Page.FocusAsync(".source-facts a >> nth=0");
        Assert.That(await Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"), Does.Match(@"^/submissions/\d+\?cell=D9$"));
    }

    [Test]
    public async Task On_a_phone_a_table_s_rows_are_cards_that_name_their_columns()
    {
        await SignInAsync(Leader);
        await Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await VisitAsync("/units/282?period=2025-05");
        var cell = Page.Locator("#tasks ~ .table-box td").Nth(2);
        Assert.That(await cell.EvaluateAsync<string>("td => getComputedStyle(td).display + getComputedStyle(td, '::before').content"), Does.StartWith("block").And.Contain("Còn thiếu"));
    }

    /// <summary>Until the circuit has taken the page over: what is chosen from then on goes through it.</summary>
    private async Task VisitAsync(string address)
    {
        await Page.GotoAsync(address);
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
    }
}
