using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The administrator's pages. The site is shared: nothing is set here that other tests rest on.</summary>
public sealed class AdministrationTests : BrowserTest
{
    private static readonly string[] Addresses =
    [
        "/admin",
        "/admin/accounts",
        "/admin/backups",
        "/admin/label-mappings",
        "/admin/sample-data",
        "/admin/security",
        "/admin/audit",
        "/admin/audit?text=kh%C3%B4ng+c%C3%B3+d%C3%B2ng+n%C3%A0o",
        "/admin/integrity",
        "/admin/periods",
        "/admin/holidays?year=2027",
        "/admin/holidays?year=2028&outcome=Invalid&from=2028-01-25",
        "/admin/thresholds",
        "/account",
        "/review?unit=006&period=2025-05",
        // Some of its wards have not sent.
        "/units/006/reminders?period=2025-05",
    ];

    [TestCaseSource(nameof(Addresses))]
    public async Task A_page_fits_everyone(string address)
    {
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync(address);
        await AssertFitsEveryoneAsync();
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task A_page_fits_everyone_in_the_dark(string address)
    {
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync(address);
        await AssertFitsEveryoneAsync();
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task An_account_s_page_and_a_finished_inspection_fit_everyone(ColorScheme scheme)
    {
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/admin/accounts");
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = TestSite.Leader, Exact = true }).ClickAsync();
        await AssertFitsEveryoneAsync();
        await Page.FillAsync("#email", "a@b@c");
        await Page.EvaluateAsync("document.querySelector('#email').form.noValidate = true");
        await Page.ClickAsync("form:has(#email) button[type=submit]");
        await Assertions.Expect(Page.Locator(".notice-error")).ToContainTextAsync("địa chỉ e-mail chưa đúng");
        await AssertFitsEveryoneAsync();
        await Page.GotoAsync("/admin/integrity");
        await Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(Page.Locator("main .notice")).ToBeVisibleAsync();
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_rule_that_cannot_hold_is_refused_and_what_was_written_stays()
    {
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/admin/periods");
        await AssertFitsEveryoneAsync();
        await Page.FillAsync("#rule-from", "2025-01");
        await Page.SelectOptionAsync("#rule-closing", "14");
        await Page.ClickAsync("form:has(#rule-from) button[type=submit]");
        await Assertions.Expect(Page.Locator(".notice-error")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#rule-closing")).ToHaveValueAsync("14");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task Whoever_is_invited_chooses_a_password_by_the_link_and_signs_in()
    {
        const string Phrase = "bảy chiếc thuyền nan qua sông";
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/admin/accounts");
        await Page.FillAsync("[name='Asked.UserName']", "can-bo-moi");
        await Page.FillAsync("[name='Asked.DisplayName']", "Đỗ Thị Mới");
        await Page.SelectOptionAsync("[name='Asked.Role']", "WardOfficer");
        await Page.FillAsync("[name='Asked.Unit']", "00097");
        await Page.ClickAsync("form:has([name='Asked.UserName']) button[type=submit]");
        var link = await Page.Locator("#link").InputValueAsync();
        await AssertFitsEveryoneAsync();

        await OpenContextAsync(new BrowserNewContextOptions());
        await Page.GotoAsync(link);
        await AssertFitsEveryoneAsync();
        foreach (var field in await Page.Locator("main input[type=password]").AllAsync())
        {
            await field.FillAsync(Phrase);
        }

        await Page.ClickAsync("main form button[type=submit]");
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("#name", "can-bo-moi");
        await Page.FillAsync("#password", Phrase);
        await Page.ClickAsync("form.panel button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await Assertions.Expect(Page.Locator(".officer-name")).ToHaveTextAsync("Đỗ Thị Mới");
    }

    [Test]
    public async Task The_text_of_a_reminder_is_copied()
    {
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/units/006/reminders?period=2025-05");
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.ClickAsync("[data-copy-from=all-text]");
        await Assertions.Expect(Page.Locator("[data-copy-from=all-text] ~ [role=status]")).ToHaveTextAsync("Đã sao chép.");
        Assert.That(await Page.EvaluateAsync<string>("navigator.clipboard.readText()"), Does.StartWith("Kính gửi các anh/chị").And.Contain("Báo cáo kỳ 05/2025"));
    }
}
