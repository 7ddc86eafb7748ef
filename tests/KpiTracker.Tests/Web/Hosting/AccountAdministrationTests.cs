using System.Net;
using System.Text.RegularExpressions;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Inviting, changing and shutting accounts, on a running site.</summary>
public sealed partial class AccountAdministrationTests
{
    private const string Phrase = "bảy chiếc thuyền ra khơi";

    private static TestSite Site => SharedSite.Site;

    private static AccountAdministration Accounts => Site.Services.GetRequiredService<AccountAdministration>();

    [Test]
    public async Task Whoever_is_invited_chooses_a_password_once_and_signs_in()
    {
        var link = await InviteAsync("moi-den", AccountRole.Leader, "003");
        using var client = new SiteClient(Site);

        var opened = WebUtility.HtmlDecode(await (await client.GetAsync(link)).Content.ReadAsStringAsync());
        var set = await client.SubmitAsync(link, link, ("_handler", "follow"), ("Password", Phrase), ("Again", Phrase));
        var again = await client.GetAsync(link);

        const string Who = "Anh/chị là Người Mới; tên đăng nhập: moi-den.";
        Assert.That(opened, Does.Contain(Who));
        Assert.That(WebUtility.HtmlDecode(await set.Content.ReadAsStringAsync()), Does.Contain("Đã đặt mật khẩu").And.Contain(Who).And.Contain("href=\"/sign-in\""));
        Assert.That(WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), Does.Contain("Liên kết này không còn dùng được").And.Not.Contain("moi-den"));
        Assert.That((await SignInAsync("moi-den", Phrase)).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await ListedAsync("moi-den")).LastSignInAt, Is.EqualTo(Site.Time.GetUtcNow()));
    }

    [TestCase("ngắn", "ngắn", "ít nhất")]
    [TestCase(Phrase, "khác hẳn điều trên", "chưa giống nhau")]
    public async Task A_password_that_will_not_do_is_told_and_the_link_stays_good(string password, string again, string words)
    {
        var link = await InviteAsync($"thu-{Guid.NewGuid():N}", AccountRole.Leader, "003");
        using var client = new SiteClient(Site);

        var answer = await client.SubmitAsync(link, link, ("_handler", "follow"), ("Password", password), ("Again", again));

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(words).IgnoreCase.And.Contain("id=\"password\""));
    }

    [Test]
    public async Task A_later_link_makes_the_earlier_one_worthless_and_a_shut_account_has_none()
    {
        var first = await InviteAsync("quen-lien-ket", AccountRole.Leader, "003");
        var id = (await ListedAsync("quen-lien-ket")).Id;
        await using var scope = Site.Services.CreateAsyncScope();
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();

        var second = (InvitationOutcome.Link)await invitations.InviteAgainAsync(id);
        using var client = new SiteClient(Site);

        Assert.That(await (await client.GetAsync(first)).Content.ReadAsStringAsync(), Does.Contain("không còn dùng được"));
        Assert.That(await (await client.GetAsync(second.Path)).Content.ReadAsStringAsync(), Does.Contain("id=\"password\""));
        await Accounts.ShutAsync(id, default);
        Assert.That(await (await client.GetAsync(second.Path)).Content.ReadAsStringAsync(), Does.Contain("không còn dùng được"));
    }

    [Test]
    public async Task Shutting_and_changing_an_account_ends_its_sessions_at_once()
    {
        foreach (var (name, change) in new (string, Func<string, Task<AccountChange>>)[]
        {
            ("bi-khoa", id => Accounts.ShutAsync(id, default)),
            ("doi-vai", async id => await Accounts.ChangeAsync(id, "Đổi Vai", AccountRole.DistrictOfficer, (await ListedAsync("doi-vai")).Unit.Key, null, default)),
        })
        {
            var account = await Site.AddAccountAsync(name, name, AccountRole.Leader, "003");
            using var client = await SiteClient.SignedInAsync(Site, name);
            Assert.That((await client.GetAsync("/units/003")).StatusCode, Is.EqualTo(HttpStatusCode.OK), name);

            Assert.That(await change(account.Id), Is.EqualTo(AccountChange.Done));

            Assert.That((await client.GetAsync("/units/003")).Headers.Location?.OriginalString, Does.Contain("/sign-in"), name);
        }
    }

    [Test]
    public async Task The_last_administrator_can_neither_be_shut_nor_made_something_else()
    {
        var last = await ListedAsync(TestSite.Administrator);

        Assert.That(await Accounts.ShutAsync(last.Id, default), Is.EqualTo(AccountChange.LastAdministrator));
        Assert.That(await Accounts.ChangeAsync(last.Id, "X", AccountRole.Leader, last.Unit.Key, null, default), Is.EqualTo(AccountChange.LastAdministrator));

        await InviteAsync("quan-tri-hai", AccountRole.Administrator, "01");
        Assert.That(await Accounts.ShutAsync(last.Id, default), Is.EqualTo(AccountChange.LastAdministrator), "an invitation that nobody has followed does not count");
    }

    [Test]
    public async Task A_ward_officer_needs_a_ward_and_a_name_is_taken_once()
    {
        Assert.That(await AskAsync("can-bo-quan", AccountRole.WardOfficer, "003"), Does.Contain("cán bộ phường, xã phải thuộc"));
        Assert.That(await AskAsync(TestSite.Leader, AccountRole.Leader, "003"), Does.Contain("Đã có tài khoản dùng tên"));
        Assert.That(await AskAsync("tên có dấu", AccountRole.Leader, "003"), Does.Contain("chữ cái không dấu"));
    }

    [Test]
    public async Task A_name_that_several_units_bear_is_answered_with_their_codes()
    {
        const string Units = "00145 Phường Long Biên; 004 Quận Long Biên";
        Assert.That(await AskAsync("ten-chung", AccountRole.Leader, "long bien"), Does.Contain("tên của nhiều đơn vị").And.Contain(Units));
        await AskAsync("ten-rieng", AccountRole.Leader, "quận long biên");
        var made = await ListedAsync("ten-rieng");
        Assert.That(made.Unit.Code, Is.EqualTo("004"));
        var page = "/admin/accounts/" + made.Id;
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);

        var answer = await client.SubmitAsync(page, page, ("_handler", "change"), ("Asked.DisplayName", "Tên Mới"), ("Asked.Role", "Leader"), ("Asked.Unit", "Long Biên"));

        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain(Units).And.Contain("value=\"Tên Mới\""));
        Assert.That((await ListedAsync("ten-rieng")).DisplayName, Is.EqualTo("Người Mới"));
    }

    [Test]
    public async Task What_is_no_mail_address_is_refused_in_words_stays_in_the_form_and_changes_nothing()
    {
        Assert.That(await AskAsync("thu-sai", AccountRole.Leader, "003", "lan.phuong.vn"), Does.Contain("Địa chỉ e-mail chưa đúng").And.Contain("value=\"lan.phuong.vn\""));
        await AskAsync("thu-dung", AccountRole.Leader, "003", "lan@phuong.vn");
        var page = "/admin/accounts/" + (await ListedAsync("thu-dung")).Id;
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);

        var answer = await client.SubmitAsync(page, page, ("_handler", "change"), ("Asked.DisplayName", "Tên Mới"), ("Asked.Role", "Leader"), ("Asked.Unit", "003"), ("Asked.Email", "không có"));

        var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(said, Does.Contain("Chưa lưu: địa chỉ e-mail chưa đúng").And.Contain("value=\"Tên Mới\"").And.Contain("value=\"không có\""));
        var kept = await ListedAsync("thu-dung");
        Assert.That((kept.DisplayName, kept.Email), Is.EqualTo(("Người Mới", "lan@phuong.vn")));
        Assert.That((await Accounts.ListAsync(default)).Select(a => a.UserName), Has.None.EqualTo("thu-sai"));
    }

    private static async Task<string> InviteAsync(string name, AccountRole role, string unit)
    {
        var page = await AskAsync(name, role, unit);
        return WebUtility.HtmlDecode(Link().Match(page).Groups[1].Value);
    }

    private static async Task<string> AskAsync(string name, AccountRole role, string unit, string email = "")
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var answer = await client.SubmitAsync(
            "/admin/accounts",
            "/admin/accounts",
            ("_handler", "invite"),
            ("Asked.UserName", name),
            ("Asked.DisplayName", "Người Mới"),
            ("Asked.Role", role.ToString()),
            ("Asked.Unit", unit),
            ("Asked.Email", email));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> SignInAsync(string name, string password)
    {
        using var client = new SiteClient(Site);
        return await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", password));
    }

    private static async Task<AdministeredAccount> ListedAsync(string name) => (await Accounts.ListAsync(default)).Single(a => a.UserName == name);

    [GeneratedRegex("value=\"[^\"]*(/invitation\\?[^\"]+)\"")]
    private static partial Regex Link();
}
