using System.Globalization;
using System.Net;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Units and their time, set by an administrator in the browser, and what follows at once.</summary>
public sealed class ScopeAdministrationTests
{
    private static TestSite Site => SharedSite.Site;

    [Test]
    public async Task A_ward_officer_of_two_wards_sends_for_both_and_for_no_third()
    {
        var account = await Site.AddAccountAsync("hai-phuong", "Hai Phường", AccountRole.WardOfficer, "00109");
        await SetAsync(account.Id, ("00109", "2025-05-01", ""), ("00106", "2025-05-01", "2025-12-31"));
        using var client = await SiteClient.SignedInAsync(Site, "hai-phuong");

        var home = WebUtility.HtmlDecode(await (await client.GetAsync("/reports?unit=00106&period=2025-05")).Content.ReadAsStringAsync());
        var own = await client.UploadAsync("phuong-buoi-2025-05.xlsx", "00109");
        var third = await client.UploadAsync("phuong-buoi-2025-05.xlsx", "00100");

        Assert.Multiple(() =>
        {
            Assert.That(home, Does.Contain("name=\"unit\" value=\"00106\"").And.Contain("Phường Bưởi"));
            Assert.That(own, Does.StartWith("/reports/drafts/"));
            Assert.That(third, Does.Contain("problem="));
        });
    }

    [TestCase("2025-06-04", "", "begins tomorrow")]
    [TestCase("2025-05-01", "2025-06-02", "ended yesterday")]
    public async Task Whoever_has_no_unit_today_is_out_at_once_and_cannot_sign_in(string from, string to, string when)
    {
        var name = "het-" + Guid.NewGuid().ToString("N")[..8];
        var account = await Site.AddAccountAsync(name, name, AccountRole.Leader, "003");
        using var client = await SiteClient.SignedInAsync(Site, name);
        var user = await PrincipalAsync(account.Id);
        var before = await IsStillSignedInAsync(user);

        await SetAsync(account.Id, ("003", from, to));

        using var again = new SiteClient(Site);
        var answer = await again.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", TestSite.Password));
        Assert.Multiple(async () =>
        {
            Assert.That((before, await IsStillSignedInAsync(user)), Is.EqualTo((true, false)), "the circuit's check, asked every four seconds");
            Assert.That((await client.GetAsync("/units/003")).Headers.Location?.OriginalString, Does.Contain("/sign-in"), when);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), "no redirect: not signed in");
        });
    }

    [Test]
    public async Task A_name_that_several_units_bear_is_answered_with_their_codes()
    {
        var account = await Site.AddAccountAsync("ten-nhieu-noi", "Tên Nhiều Nơi", AccountRole.Leader, "003");
        using var administrator = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var page = $"/admin/accounts/{account.Id}";

        var answer = await administrator.SubmitAsync(page, page, ("_handler", "scopes"), ("Scopes.Lines[0].Unit", "003"), ("Scopes.Lines[0].From", "2025-05-01"), ("Scopes.Lines[1].Unit", "long bien"));

        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("tên của nhiều đơn vị").And.Contain("004 Quận Long Biên").And.Contain("Phường Long Biên"));
    }

    [TestCase("00109", "2025-06-10", "2025-06-01", Description = "an end before its beginning")]
    [TestCase("99999", "2025-06-01", "", Description = "no such unit")]
    [TestCase("", "2025-06-01", "", Description = "no unit left")]
    [TestCase("00109", "hôm nay", "", Description = "no day")]
    [TestCase("003", "2025-06-01", "", Description = "a ward officer above wards")]
    public async Task What_cannot_be_is_said_and_nothing_changes(string unit, string from, string to)
    {
        var name = "sai-" + Guid.NewGuid().ToString("N")[..8];
        var account = await Site.AddAccountAsync(name, name, AccountRole.WardOfficer, "00109");

        var page = await SetAsync(account.Id, (unit, from, to));

        var found = await Site.Services.GetRequiredService<AccountAdministration>().FindAsync(account.Id, default);
        Assert.That(page, Does.Contain("Chưa lưu"));
        Assert.That(found!.Scopes.Single().Unit.Code, Is.EqualTo("00109"));
    }

    [TestCase("2025-05-31")]
    [TestCase("2099-12-31")]
    public async Task The_last_administrator_keeps_a_unit_without_an_end(string to)
    {
        var accounts = Site.Services.GetRequiredService<AccountAdministration>();
        var last = (await accounts.ListAsync(default)).Single(a => a.UserName == TestSite.Administrator);

        Assert.That(
            await accounts.SetScopesAsync(last.Id, [new DatedUnit(last.Unit, new(2025, 1, 1), DateOnly.Parse(to, CultureInfo.InvariantCulture))], default),
            Is.EqualTo(AccountChange.LastAdministrator));
    }

    private static async Task<string> SetAsync(string id, params (string Unit, string From, string To)[] lines)
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        (string, string)[] fields = [("_handler", "scopes"), .. lines.SelectMany((line, at) => new[]
        {
            ($"Scopes.Lines[{at}].Unit", line.Unit), ($"Scopes.Lines[{at}].From", line.From), ($"Scopes.Lines[{at}].To", line.To),
        })];
        var answer = await client.SubmitAsync($"/admin/accounts/{id}", $"/admin/accounts/{id}", fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<System.Security.Claims.ClaimsPrincipal> PrincipalAsync(string id)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(id);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
    }

    /// <summary>Asks what a circuit asks of itself every few seconds, without waiting for them.</summary>
    private static async Task<bool> IsStillSignedInAsync(System.Security.Claims.ClaimsPrincipal user)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var provider = (StillSignedIn)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        return await provider.IsValidAsync(new AuthenticationState(user), default);
    }
}
