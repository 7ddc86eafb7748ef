using System.Net;
using KpiTracker.Data.Accounts;

namespace KpiTracker.Tests.Web.Hosting;

public sealed class SignInTests
{
    private static TestSite Site => SharedSite.Site;

    [TestCase(TestSite.WardOfficer, "/reports")]
    [TestCase(TestSite.DistrictOfficer, "/units/003?period=2025-05")]
    [TestCase(TestSite.Leader, "/units/003?period=2025-05")]
    [TestCase(TestSite.Administrator, "/units/01?period=2025-05")]
    public async Task Each_role_is_led_to_its_first_page(string name, string page)
    {
        using var client = await SiteClient.SignedInAsync(Site, name);
        var response = await client.GetAsync("/");
        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(page));
    }

    [TestCase(TestSite.WardOfficer, "sai mật khẩu rồi")]
    [TestCase("không có ai", "sai mật khẩu rồi")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string name, string password)
    {
        using var client = new SiteClient(Site);
        var response = await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", password));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page, Does.Contain("Tên đăng nhập hoặc mật khẩu không đúng"));
            Assert.That(page, Does.Not.Contain(password));
        });
    }

    [Test]
    public async Task After_five_wrong_passwords_even_the_right_one_has_to_wait()
    {
        await Site.AddAccountAsync("hay-quen", "Hay Quên", AccountRole.Leader, "003");
        using var client = new SiteClient(Site);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", "hay-quen"), ("Password", "sai"));
        }

        var response = await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", "hay-quen"), ("Password", TestSite.Password));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("/units/003", "/units/003")]
    [TestCase("//example.org", "/")]
    [TestCase("/\\example.org", "/")]
    [TestCase("https://example.org", "/")]
    [TestCase("/\t/example.org", "/")]
    public async Task Signing_in_leads_back_to_this_site_only(string returnUrl, string target)
    {
        using var client = new SiteClient(Site);
        var response = await client.SubmitAsync(
            "/sign-in",
            $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}",
            ("_handler", "sign-in"),
            ("Name", TestSite.Leader),
            ("Password", TestSite.Password));
        Assert.That(new Uri(Site.Address, response.Headers.Location!).PathAndQuery, Is.EqualTo(target));
    }

    [Test]
    public async Task Signing_out_ends_the_session_also_for_a_copy_of_its_cookie_and_no_other()
    {
        using var elsewhere = await SiteClient.SignedInAsync(Site, TestSite.Leader);
        using var copied = new SiteClient(Site);
        using var leaving = new SiteClient(Site);
        var signedIn = await leaving.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", TestSite.Leader), ("Password", TestSite.Password));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("KpiTracker.SignIn", StringComparison.Ordinal)).Split(';')[0];
        Task<HttpResponseMessage> AskAsync() => copied.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/units/003") { Headers = { { "Cookie", cookie } } });
        var before = await AskAsync();

        await leaving.SubmitAsync("/account", "/sign-out");

        Assert.That((before.StatusCode, (await AskAsync()).StatusCode, (await elsewhere.GetAsync("/units/003")).StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.OK)));
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Leader);
        await client.SubmitAsync("/sign-in", "/sign-out");
        var response = await client.GetAsync("/");
        Assert.That(response.Headers.Location?.AbsolutePath, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task A_cookie_is_worth_nothing_once_the_role_has_changed()
    {
        var account = await Site.AddAccountAsync("len-chuc", "Lên Chức", AccountRole.Leader, "003");
        using var client = await SiteClient.SignedInAsync(Site, "len-chuc");
        await Site.ChangeAccountAsync(account.Id, a => a.Role = AccountRole.WardOfficer);
        var response = await client.GetAsync("/");
        Assert.That(response.Headers.Location?.AbsolutePath, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task The_language_is_kept_and_the_page_with_it()
    {
        using var client = new SiteClient(Site);
        var response = await client.SubmitAsync("/sign-in", "/language", ("language", "en"), ("returnUrl", "/sign-in?returnUrl=/units/003"));
        var page = await (await client.GetAsync("/sign-in")).Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo("/sign-in?returnUrl=/units/003"));
            Assert.That(page, Does.Contain("<html lang=\"en\"").And.Contain("User name"));
        });
    }

    [TestCase("/language")]
    [TestCase("/sign-out")]
    public async Task A_form_without_its_token_is_refused(string action)
    {
        using var client = new SiteClient(Site);
        var response = await client.PostAsync(action, new FormUrlEncodedContent([new("language", "en")]));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task No_sample_account_can_be_entered_outside_development()
    {
        using var client = new SiteClient(Site);
        var response = await client.SubmitAsync("/sign-in", "/sign-in/sample", ("account", "x"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.MethodNotAllowed));
    }
}
