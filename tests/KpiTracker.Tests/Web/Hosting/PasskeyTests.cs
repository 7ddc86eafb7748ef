using System.Net;
using System.Text.RegularExpressions;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.OwnAccount;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Passkeys from adding one to a lost device, on a site of its own: a rule for a role would hold everyone else up.</summary>
public sealed partial class PasskeyTests
{
    private TestSite _site = null!;

    private string Origin => $"http://localhost:{_site.Address.Port}";

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await TestSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task A_passkey_signs_in_without_name_and_password_and_both_stand_in_the_record()
    {
        var account = await _site.AddAccountAsync("co-khoa", "Có Khóa", AccountRole.Leader, "003");
        using var device = Device();
        var added = await AddAsync(device, "co-khoa", "Điện thoại của tôi");

        using var visitor = Visitor();
        var entered = await EnterAsync(visitor, device);

        var inside = await visitor.GetAsync("/account");
        var lines = await LinesAsync(account.Id);
        Assert.Multiple(async () =>
        {
            Assert.That(added, Does.Contain("Đã thêm khóa truy cập").And.Contain("Điện thoại của tôi"));
            Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(WebUtility.HtmlDecode(await inside.Content.ReadAsStringAsync()), Does.Contain("dùng lần cuối lúc 09:00 03/06/2025"));
            Assert.That(lines.Select(l => l.Action), Is.EqualTo([AuditAction.SignedIn, AuditAction.PasskeyAdded, AuditAction.SignedIn]));
            Assert.That(AuditDetails.Read(lines[^1].After)["passkey"], Is.EqualTo("Điện thoại của tôi"));
        });
    }

    [Test]
    public async Task A_passkey_is_added_and_removed_with_the_password_only_and_sessions_elsewhere_end()
    {
        await _site.AddAccountAsync("them-khoa", "Thêm Khóa", AccountRole.Leader, "003");
        using var client = await SignedInAsync("them-khoa");
        using var elsewhere = await SignedInAsync("them-khoa");
        using var device = Device();

        var unproven = await SaidAsync(await client.SubmitAsync("/account", "/account", ("_handler", "passkeys"), ("Keys.Password", "không phải")));
        await AddAsync(device, "them-khoa", "Máy cơ quan", client);
        var ended = await elsewhere.GetAsync("/account");
        var id = await KeyAsync("them-khoa");
        var kept = await SaidAsync(await client.SubmitAsync("/account", "/account", ("_handler", "passkeys"), ("Keys.Password", "không phải"), ("Keys.Remove", id)));
        var removed = await SaidAsync(await client.SubmitAsync("/account", "/account", ("_handler", "passkeys"), ("Keys.Password", TestSite.Password), ("Keys.Remove", id)));

        Assert.Multiple(() =>
        {
            Assert.That(unproven, Does.Contain("Mật khẩu đang dùng không đúng").And.Not.Contain("data-passkey=\"create\""));
            Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(kept, Does.Contain("Gỡ “Máy cơ quan”"));
            Assert.That(removed, Does.Contain("Đã gỡ khóa truy cập").And.Not.Contain("Gỡ “Máy cơ quan”"));
        });
    }

    [Test]
    public async Task Whoever_is_shut_removed_the_key_repeats_an_answer_or_did_not_open_the_device_gets_the_same_answer()
    {
        var shut = await _site.AddAccountAsync("bi-khoa", "Bị Khóa", AccountRole.Leader, "003");
        await _site.AddAccountAsync("con-mo", "Còn Mở", AccountRole.Leader, "003");
        using SoftAuthenticator ofShut = Device(), ofOpen = Device(), stranger = Device(), elsewhere = new("phishing.example", "http://phishing.example");
        await AddAsync(ofShut, "bi-khoa", "Khóa");
        await AddAsync(ofOpen, "con-mo", "Khóa");
        await _site.Services.GetRequiredService<AccountAdministration>().ShutAsync(shut.Id, default);
        using var first = Visitor();
        var (sealedState, answer) = await AnswerAsync(first, ofOpen);
        var good = await SendAsync(first, sealedState, answer);
        using var visitor = Visitor();

        var refused = await SaidAsync(await EnterAsync(visitor, ofShut));
        var repeated = await SaidAsync(await SendAsync(visitor, sealedState, answer));
        ofOpen.IsVerified = false;
        var unopened = await SaidAsync(await EnterAsync(visitor, ofOpen));
        stranger.Create("""{"challenge":"AAAA","user":{"id":"bm9ib2R5"}}""");
        var unknown = await SaidAsync(await EnterAsync(visitor, stranger));
        var nonsense = await SaidAsync(await SendAsync(visitor, (await AnswerAsync(visitor, ofOpen)).Sealed, "{}"));
        var forged = await SaidAsync(await SendAsync(visitor, "không phải", answer));

        Assert.Multiple(async () =>
        {
            Assert.That(good.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            Assert.That(new[] { refused, repeated, unopened, unknown, nonsense }, Has.All.Contain("Khóa truy cập này không dùng được ở đây, hoặc tài khoản đã bị khóa."));
            Assert.That(forged, Does.Contain("Trang này đã mở quá lâu"));
            Assert.That((await visitor.GetAsync("/account")).StatusCode, Is.EqualTo(HttpStatusCode.Found), "nobody is signed in");
            Assert.That((await LinesAsync(shut.Id)).Count(l => l.Action == AuditAction.SignInFailed), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_device_that_counts_must_count_on()
    {
        await _site.AddAccountAsync("dem-lan", "Đếm Lần", AccountRole.Leader, "003");
        using var device = Device();
        device.Count = 7;
        await AddAsync(device, "dem-lan", "USB");
        List<HttpStatusCode> entered = [];
        foreach (var count in new uint[] { 8, 8, 9 })
        {
            device.Count = count;
            using var visitor = Visitor();
            entered.Add((await EnterAsync(visitor, device)).StatusCode);
        }

        Assert.That(entered, Is.EqualTo([HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.Found]));
    }

    [Test]
    public async Task Where_a_role_must_have_two_factors_a_passkey_is_enough_the_password_alone_is_not_and_the_last_key_stays_until_an_administrator_resets()
    {
        var account = await _site.AddAccountAsync("hai-buoc", "Hai Bước", AccountRole.DistrictOfficer, "003");
        using var administrator = await SiteClient.SignedInAsync(_site, TestSite.Administrator);
        using var device = Device();
        using var client = await SignedInAsync("hai-buoc");
        await AddAsync(device, "hai-buoc", "Máy cơ quan", client);
        await administrator.SubmitAsync("/admin/security", "/admin/security", ("_handler", "security"), ("Written.IsSent", "true"), ($"Written.Roles[{(int)AccountRole.DistrictOfficer}]", "true"));
        try
        {
            var weak = await client.GetAsync("/units/003?period=2025-05");
            var byPassword = await SaidAsync(await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", "hai-buoc"), ("Password", TestSite.Password)));
            await EnterAsync(client, device);
            var inside = await client.GetAsync("/units/003?period=2025-05");
            var last = await SaidAsync(await client.SubmitAsync("/account", "/account", ("_handler", "passkeys"), ("Keys.Password", TestSite.Password), ("Keys.Remove", await KeyAsync("hai-buoc"))));
            await administrator.SubmitAsync($"/admin/accounts/{account.Id}", $"/admin/accounts/{account.Id}", ("_handler", "factor"));
            var afterwards = await SaidAsync(await EnterAsync(client, device));
            using var anew = await SignedInAsync("hai-buoc");
            var led = await anew.GetAsync("/units/003?period=2025-05");

            Assert.Multiple(() =>
            {
                Assert.That(weak.Headers.Location?.OriginalString, Does.Contain("/sign-in"), "signed in by password before the rule");
                Assert.That(byPassword, Does.Contain("phải đăng nhập bằng hai bước"));
                Assert.That(inside.StatusCode, Is.EqualTo(HttpStatusCode.OK));
                Assert.That(last, Does.Contain("đây là khóa duy nhất").And.Contain("Gỡ “Máy cơ quan”"));
                Assert.That(afterwards, Does.Contain("không dùng được ở đây"));
                Assert.That(led.Headers.Location?.OriginalString, Is.EqualTo("/account"), "a factor has to be set up anew");
            });
        }
        finally
        {
            await administrator.SubmitAsync("/admin/security", "/admin/security", ("_handler", "security"), ("Written.IsSent", "true"));
        }
    }

    [Test]
    public async Task Nothing_is_asked_of_devices_where_the_site_is_called_by_a_number()
    {
        await _site.AddAccountAsync("so-may", "Số Máy", AccountRole.Leader, "003");
        using var device = Device();
        await AddAsync(device, "so-may", "Khóa");
        using var byNumber = new SiteClient(_site);

        Assert.That(await SaidAsync(await byNumber.GetAsync("/sign-in")), Does.Not.Contain("data-passkey"));
    }

    private SoftAuthenticator Device() => new("localhost", Origin);

    private SiteClient Visitor() => new(new Uri(Origin));

    private async Task<SiteClient> SignedInAsync(string name)
    {
        var client = Visitor();
        await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", TestSite.Password));
        return client;
    }

    /// <returns>What the page says afterwards.</returns>
    private async Task<string> AddAsync(SoftAuthenticator device, string name, string keyName, SiteClient? signedIn = null)
    {
        using var own = signedIn is null ? await SignedInAsync(name) : null;
        var client = signedIn ?? own!;
        var asked = await SaidAsync(await client.SubmitAsync("/account", "/account", ("_handler", "passkeys"), ("Keys.Password", TestSite.Password)));
        return await SaidAsync(await client.SubmitAsync(
            "/account",
            "/account",
            ("_handler", "new-passkey"),
            ("Passkey.Sealed", Sealed().Match(asked).Groups[1].Value),
            ("Passkey.Answer", device.Create(Options().Match(asked).Groups[1].Value)),
            ("Passkey.Name", keyName)));
    }

    private static async Task<HttpResponseMessage> EnterAsync(SiteClient visitor, SoftAuthenticator device)
    {
        var (sealedState, answer) = await AnswerAsync(visitor, device);
        return await SendAsync(visitor, sealedState, answer);
    }

    private static async Task<(string Sealed, string Answer)> AnswerAsync(SiteClient visitor, SoftAuthenticator device)
    {
        var page = await SaidAsync(await visitor.GetAsync("/sign-in"));
        return (Sealed().Match(page).Groups[1].Value, device.Sign(Options().Match(page).Groups[1].Value));
    }

    private static Task<HttpResponseMessage> SendAsync(SiteClient visitor, string sealedState, string answer) =>
        visitor.SubmitAsync("/sign-in", "/sign-in", ("_handler", "passkey"), ("Passkey.Sealed", sealedState), ("Passkey.Answer", answer));

    private async Task<string> KeyAsync(string name)
    {
        var id = (await _site.Services.GetRequiredService<AccountAdministration>().ListAsync(default)).Single(a => a.UserName == name).Id;
        await using var scope = _site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Passkeys>().ListAsync(id)).Single().Id;
    }

    private async Task<List<AuditEntry>> LinesAsync(string accountId)
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().Where(e => e.Subject == "account:" + accountId).OrderBy(e => e.Sequence).ToListAsync();
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"Passkey.Sealed\" value=\"([^\"]+)\"")]
    private static partial Regex Sealed();

    [GeneratedRegex("data-options=\"(\\{.*?\\})\" data-")]
    private static partial Regex Options();
}
