using System.Net;
using System.Text.RegularExpressions;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.OwnAccount;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>A second factor from turning it on to a lost telephone, on a site of its own: a rule for a role would hold everyone else up.</summary>
public sealed partial class SecondFactorTests
{
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await TestSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task A_code_is_asked_after_the_password_and_is_good_once()
    {
        await _site.AddAccountAsync("ma-otp", "Mã OTP", AccountRole.Leader, "003");
        var (key, recovery) = await TurnOnAsync("ma-otp");
        using var client = new SiteClient(_site);
        var asked = await PasswordAsync(client, "ma-otp");

        var used = await CodeAsync(client, asked, Code(key), "the code that turned it on");
        _site.Time.Now += TimeSpan.FromSeconds(30);
        var good = await CodeAsync(client, asked, Code(key), "the next code");
        using var other = new SiteClient(_site);
        var again = await CodeAsync(other, await PasswordAsync(other, "ma-otp"), Code(key), "the same code once more");
        var lost = await CodeAsync(other, await PasswordAsync(other, "ma-otp"), recovery[0], "a recovery code");
        using var third = new SiteClient(_site);
        var twice = await CodeAsync(third, await PasswordAsync(third, "ma-otp"), recovery[0], "the same recovery code");

        Assert.Multiple(() =>
        {
            Assert.That((used, good, again, lost, twice), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.OK)));
            Assert.That(recovery, Has.Count.EqualTo(10));
        });
    }

    [Test]
    public async Task A_wrong_code_leaves_the_block_open_with_the_same_key_and_the_reason_at_the_field()
    {
        await _site.AddAccountAsync("sai-ma", "Sai Mã", AccountRole.Leader, "003");
        using var client = await SiteClient.SignedInAsync(_site, "sai-ma");
        var page = await (await client.GetAsync("/account")).Content.ReadAsStringAsync();

        var answer = await client.SubmitAsync("/account", "/account", ("_handler", "turn-on"), ("Factor.Sealed", Sealed().Match(page).Groups[1].Value), ("Factor.Code", "không"));

        var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("<details>"), "it waits closed before");
        Assert.That(said, Does.Contain("<details open").And.Contain("id=\"code-problem\"").And.Contain("aria-describedby=\"code-problem\""));
        Assert.That(Key().Match(said).Groups[1].Value, Is.EqualTo(Key().Match(page).Groups[1].Value));
    }

    [Test]
    public async Task The_password_alone_opens_nothing_and_guessing_codes_has_to_wait()
    {
        await _site.AddAccountAsync("doan-ma", "Đoán Mã", AccountRole.Leader, "003");
        var (key, _) = await TurnOnAsync("doan-ma");
        using var client = new SiteClient(_site);
        var asked = await PasswordAsync(client, "doan-ma");
        var inside = await client.GetAsync("/units/003?period=2025-05");
        List<HttpStatusCode> guesses = [];
        for (var guess = 0; guess < 5; guess++)
        {
            guesses.Add(await CodeAsync(client, asked, "00000" + guess, "a guess"));
        }

        _site.Time.Now += TimeSpan.FromSeconds(30);
        var right = await CodeAsync(client, asked, Code(key), "the right one too soon");

        Assert.That(inside.Headers.Location?.OriginalString, Does.Contain("/sign-in"));
        Assert.That((guesses.Distinct().Single(), right), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.TooManyRequests)));
    }

    [Test]
    public async Task Where_a_role_must_have_it_nothing_else_is_allowed_before_and_an_administrator_can_reset_it()
    {
        using var administrator = await SiteClient.SignedInAsync(_site, TestSite.Administrator);
        using var stranger = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        await administrator.SubmitAsync("/admin/security", "/admin/security", ("_handler", "security"), ("Written.IsSent", "true"), ($"Written.Roles[{(int)AccountRole.DistrictOfficer}]", "true"));

        var led = await stranger.GetAsync("/units/006?period=2025-05");
        var form = await stranger.SubmitAsync("/account", "/submissions/1/return", ("reason", "x"));
        var circuit = await stranger.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        var page = await stranger.GetAsync("/account");
        var leader = await SiteClient.SignedInAsync(_site, TestSite.Leader);
        var (_, recovery) = await TurnOnAsync(TestSite.Stranger, stranger);
        var afterwards = await stranger.GetAsync("/units/006?period=2025-05");
        var off = await stranger.SubmitAsync("/account", "/account", ("_handler", "factor"), ("Proof.Password", TestSite.Password), ("Proof.Action", "off"));
        var id = (await _site.Services.GetRequiredService<AccountAdministration>().ListAsync(default)).Single(a => a.UserName == TestSite.Stranger).Id;
        await administrator.SubmitAsync($"/admin/accounts/{id}", $"/admin/accounts/{id}", ("_handler", "factor"));
        var reset = await stranger.GetAsync("/units/006?period=2025-05");
        await administrator.SubmitAsync("/admin/security", "/admin/security", ("_handler", "security"), ("Written.IsSent", "true"));
        using var newSession = await SiteClient.SignedInAsync(_site, TestSite.Stranger);

        Assert.Multiple(async () =>
        {
            Assert.That(led.Headers.Location?.OriginalString, Is.EqualTo("/account"));
            Assert.That((form.StatusCode, circuit.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
            Assert.That(WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), Does.Contain("Cần bật xác thực hai bước").And.Not.Contain("Đổi mật khẩu"));
            Assert.That((await leader.GetAsync("/units/003?period=2025-05")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "another role");
            Assert.That(recovery, Has.Count.EqualTo(10));
            Assert.That(afterwards.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await StateAsync(id)).IsOn, Is.False);
            Assert.That(off.StatusCode, Is.EqualTo(HttpStatusCode.OK), "no such button where it is required");
            Assert.That(reset.Headers.Location?.OriginalString, Does.Contain("/sign-in"), "all sessions ended");
            Assert.That((await newSession.GetAsync("/units/006?period=2025-05")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task A_new_password_needs_the_old_one_and_ends_the_sessions_elsewhere()
    {
        await _site.AddAccountAsync("doi-mat-khau", "Đổi Mật Khẩu", AccountRole.WardOfficer, "00109");
        using var here = await SiteClient.SignedInAsync(_site, "doi-mat-khau");
        using var elsewhere = await SiteClient.SignedInAsync(_site, "doi-mat-khau");
        const string Wanted = "chín con mèo đi câu cá";

        var wrong = await ChangeAsync(here, "không phải mật khẩu", Wanted);
        var stillThere = await elsewhere.GetAsync("/reports");
        var right = await ChangeAsync(here, TestSite.Password, Wanted);

        Assert.Multiple(async () =>
        {
            Assert.That(wrong, Does.Contain("Mật khẩu đang dùng không đúng"));
            Assert.That(stillThere.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(right, Does.Contain("Đã đổi mật khẩu"));
            Assert.That((await here.GetAsync("/reports")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await elsewhere.GetAsync("/reports")).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        });
    }

    [Test]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        await _site.AddAccountAsync("moi-noi", "Mọi Nơi", AccountRole.Leader, "003");
        using var here = await SiteClient.SignedInAsync(_site, "moi-noi");
        using var elsewhere = await SiteClient.SignedInAsync(_site, "moi-noi");

        await here.SubmitAsync("/account", "/account", ("_handler", "everywhere"));

        Assert.That(((await here.GetAsync("/account")).StatusCode, (await elsewhere.GetAsync("/account")).StatusCode), Is.EqualTo((HttpStatusCode.Found, HttpStatusCode.Found)));
    }

    private static async Task<string> ChangeAsync(SiteClient client, string present, string wanted)
    {
        var answer = await client.SubmitAsync("/account", "/account", ("_handler", "password"), ("Asked.Present", present), ("Asked.Password", wanted), ("Asked.Again", wanted));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private Task<SecondFactorState> StateAsync(string id) => _site.Services.GetRequiredService<SecondFactors>().StateAsync(id);

    private async Task<(string Key, IReadOnlyList<string> Recovery)> TurnOnAsync(string name, SiteClient? signedIn = null)
    {
        using var own = signedIn is null ? await SiteClient.SignedInAsync(_site, name) : null;
        var client = signedIn ?? own!;
        var page = await (await client.GetAsync("/account")).Content.ReadAsStringAsync();
        var key = Key().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var answer = await client.SubmitAsync("/account", "/account", ("_handler", "turn-on"), ("Factor.Sealed", Sealed().Match(page).Groups[1].Value), ("Factor.Code", Code(key)));
        return (key, [.. Recovery().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value)]);
    }

    private static async Task<string> PasswordAsync(SiteClient client, string name)
    {
        var answer = await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", TestSite.Password));
        return Pending().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static async Task<HttpStatusCode> CodeAsync(SiteClient client, string pending, string code, string what)
    {
        Assert.That(pending, Is.Not.Empty, what);
        return (await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "code"), ("Pending", pending), ("Code", code))).StatusCode;
    }

    private string Code(string key) => TimeCode.At(key, _site.Time.GetUtcNow().ToUnixTimeSeconds() / 30);

    [GeneratedRegex("<code class=\"qr-address\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"Factor.Sealed\" value=\"([^\"]+)\"")]
    private static partial Regex Sealed();

    [GeneratedRegex("name=\"Pending\" value=\"([^\"]+)\"")]
    private static partial Regex Pending();

    [GeneratedRegex("<li><code>([a-z0-9-]{19})</code></li>")]
    private static partial Regex Recovery();
}
