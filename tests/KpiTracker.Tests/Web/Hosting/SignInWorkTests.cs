using System.Net;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>A site of its own whose hashes are counted and whose limits are low: what time and numbers of tries would tell, without a clock.</summary>
public sealed class SignInWorkTests
{
    private CountedHashes _hashes = null!;
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hashes = new CountedHashes();
        _site = await TestSite.StartAsync(services => services.AddSingleton<IPasswordHasher<Account>>(_hashes), "--RateLimits:SignInPerMinute=12", "--RateLimits:ExportsPerMinute=2", "--Proxy:Known=127.0.0.1");
        await _site.AddAccountAsync("da-khoa", "Đã Khóa", AccountRole.Leader, "003");
        await _site.AddAccountAsync("het-han", "Hết Hạn", AccountRole.Leader, "003");
        await _site.ChangeAccountAsync("da-khoa", account => account.LockoutEnd = DateTimeOffset.MaxValue, byName: true);
        await _site.ChangeAccountAsync("het-han", account => account.Scopes.Clear(), byName: true);
        await _site.ChangeAccountAsync(TestSite.Leader, account => account.PasswordHash = null, byName: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [TestCase("khong-co-ai", TestSite.Password, TestName = "an unknown name")]
    [TestCase(TestSite.WardOfficer, "sai mật khẩu rồi", TestName = "a wrong password")]
    [TestCase("da-khoa", TestSite.Password, TestName = "a shut account")]
    [TestCase("het-han", TestSite.Password, TestName = "an account whose units have all ended")]
    [TestCase(TestSite.Leader, TestSite.Password, TestName = "an invited one without a password")]
    public async Task Every_wrong_try_costs_one_hash_and_then_none_and_gets_the_same_words(string name, string password)
    {
        var address = $"10.1.0.{_hashes.NextAddress()}";
        List<(HttpStatusCode Status, bool SaysWrong, bool SaysWait, int Hashes)> answers = [];
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var before = _hashes.Count;
            var (status, page) = await TryAsync(name, password, address);
            answers.Add((status, page.Contains("Tên đăng nhập hoặc mật khẩu không đúng", StringComparison.Ordinal), page.Contains("thử lại sau 60 giây", StringComparison.Ordinal), _hashes.Count - before));
        }

        Assert.That(answers, Is.EqualTo(Enumerable.Repeat((HttpStatusCode.OK, true, false, 1), 5).Append((HttpStatusCode.TooManyRequests, false, true, 0))));
    }

    [TestCase(TestSite.DistrictOfficer)]
    [TestCase("mat-khau-go-nham-o-ten")]
    public async Task A_wait_outlives_a_restart_for_names_that_exist_and_others_and_nobody_can_read_whose_it_is(string name)
    {
        var address = $"10.8.0.{_hashes.NextAddress()}";
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await TryAsync(name, "đoán mò", address);
        }

        var before = await WaitsAsync();
        await TryAsync(name, "đoán mò", address);
        await TryAsync(name, "đoán mò", address);
        var kept = await WaitsAsync();
        var restarted = await RestartedAsync();

        Assert.Multiple(() =>
        {
            Assert.That(kept.ExceptBy(before.Select(w => w.Id), w => w.Id).Select(w => w.Tries), Is.EqualTo([5]), "four wrong tries are not written, the sixth was not made");
            Assert.That(kept.Select(w => w.Who), Has.None.Contain(name).And.None.Contain(address));
            Assert.That(restarted.Begin(name, address), Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(restarted.Begin(name, "10.8.1.1"), Is.Null, "from elsewhere");
        });
    }

    [Test]
    public async Task A_right_password_after_the_wait_ends_it_for_good()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await TryAsync(TestSite.Stranger, "đoán mò", "10.7.0.1");
        }

        var kept = (await WaitsAsync()).Count;
        _site.Time.Now += TimeSpan.FromMinutes(1);
        var right = await TryAsync(TestSite.Stranger, TestSite.Password, "10.7.0.1");

        Assert.That((right.Status, (await WaitsAsync()).Count), Is.EqualTo((HttpStatusCode.Found, kept - 1)));
        Assert.That((await RestartedAsync()).Begin(TestSite.Stranger, "10.7.0.1"), Is.Null);
    }

    [Test]
    public async Task While_one_address_has_to_wait_the_owner_signs_in_from_another()
    {
        for (var attempt = 0; attempt < 7; attempt++)
        {
            await TryAsync(TestSite.DistrictOfficer, "đoán mò", "10.2.0.1");
        }

        var guesser = await TryAsync(TestSite.DistrictOfficer, TestSite.Password, "10.2.0.1");
        var owner = await TryAsync(TestSite.DistrictOfficer, TestSite.Password, "10.2.0.2");

        Assert.That((guesser.Status, owner.Status), Is.EqualTo((HttpStatusCode.TooManyRequests, HttpStatusCode.Found)));
    }

    [Test]
    public async Task A_flood_of_forms_is_told_when_to_come_again_in_vietnamese()
    {
        HttpStatusCode status = default;
        var page = string.Empty;
        for (var attempt = 0; attempt < 30 && !page.Contains("Thao tác quá nhiều lần", StringComparison.Ordinal); attempt++)
        {
            (status, page) = await TryAsync("khong-co-ai", "đoán mò", "10.3.0.1");
        }

        Assert.That(status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(page, Does.Contain("Thao tác quá nhiều lần").And.Match(@"thử lại sau \d+ giây"));
    }

    [Test]
    public async Task Files_beyond_the_limit_are_refused_to_one_account_and_not_to_another()
    {
        using var leader = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        using var other = await SiteClient.SignedInAsync(_site, TestSite.Administrator);
        const string File = "/units/006/tables/heat/csv?period=2025-05";
        var answers = new[] { await leader.GetAsync(File), await leader.GetAsync(File), await leader.GetAsync(File), await other.GetAsync(File) };

        Assert.That(answers.Select(a => (int)a.StatusCode), Is.EqualTo(new[] { 200, 200, 429, 200 }));
        Assert.That(answers[2].Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task A_session_in_use_ends_a_day_after_its_beginning()
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Administrator);
        List<HttpStatusCode> answers = [];
        foreach (var hours in new[] { 11, 11, 1, 1 })
        {
            _site.Time.Now += TimeSpan.FromHours(hours);
            answers.Add((await client.GetAsync("/account")).StatusCode);
        }

        Assert.That(answers, Is.EqualTo([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Found]));
    }

    [TestCase("https", "\"cache\", \"storage\"")]
    [TestCase("http", null, Description = "where browsers only complain of it")]
    public async Task Whoever_signs_out_over_https_leaves_nothing_in_the_browser(string scheme, string? cleared)
    {
        using var client = new SiteClient(_site, "10.9.0.2", scheme);
        var page = await client.GetAsync("/sign-in");
        var left = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-out")
        {
            Headers = { { "Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0] } },
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", SiteClient.FormTokenIn(await page.Content.ReadAsStringAsync()))]),
        });

        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(left.Headers.TryGetValues("Clear-Site-Data", out var values) ? values.Single() : null, Is.EqualTo(cleared));
    }

    [Test]
    public async Task Served_by_https_behind_a_named_proxy_cookies_are_secure_and_bound_to_the_host()
    {
        using var client = new SiteClient(_site, "10.9.0.1", "https");
        var page = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = "kpi.example" } });
        var form = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = SiteClient.FormTokenIn(await page.Content.ReadAsStringAsync());
        var signedIn = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            // The test's own connection is not secure, so it is not given the cookie back by itself.
            Headers = { { "Cookie", form } },
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "sign-in"), new("Name", TestSite.WardOfficer), new("Password", TestSite.Password)]),
        });
        var cookies = new[] { page, signedIn }.SelectMany(r => r.Headers.TryGetValues("Set-Cookie", out var values) ? values : []).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(cookies, Has.Count.GreaterThanOrEqualTo(2));
            Assert.That(cookies, Has.All.Contains("secure").IgnoreCase);
            Assert.That(cookies, Has.Some.StartsWith("__Host-KpiTracker.SignIn="));
            Assert.That(page.Headers.TryGetValues("Strict-Transport-Security", out var hsts) ? string.Join(' ', hsts) : null, Is.EqualTo("max-age=31536000; includeSubDomains"));
        });
    }

    private async Task<List<SignInWait>> WaitsAsync()
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        return await db.SignInWaits.AsNoTracking().ToListAsync();
    }

    /// <summary>What the site would know if it were started now over the same data folder.</summary>
    private async Task<SignInWaits> RestartedAsync()
    {
        var waits = ActivatorUtilities.CreateInstance<SignInWaits>(_site.Services, new BackOff(_site.Time));
        await waits.LoadAsync(default);
        return waits;
    }

    private async Task<(HttpStatusCode Status, string Page)> TryAsync(string name, string password, string address)
    {
        using var client = new SiteClient(_site, address);
        var response = await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", password));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private sealed class CountedHashes : PasswordHasher<Account>
    {
        private int _count;
        private int _address;

        public int Count => _count;

        public int NextAddress() => Interlocked.Increment(ref _address);

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
