namespace KpiTracker.Tests.Web.Hosting;

public sealed class SecurityHeaderTests
{
    private static TestSite Site => SharedSite.Site;

    [TestCase("GET", "/sign-in")]
    [TestCase("GET", "/")]
    [TestCase("GET", "/health")]
    [TestCase("GET", "/khong-co-trang-nay")]
    [TestCase("GET", "/css/app.css")]
    [TestCase("GET", "/_framework/blazor.web.js")]
    [TestCase("GET", "/_blazor/negotiate")]
    [TestCase("POST", "/sign-out")]
    [TestCase("PUT", "/health")]
    public async Task Every_answer_bears_the_headers(string method, string path)
    {
        using var client = new SiteClient(Site);
        var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : null;
        Assert.Multiple(() =>
        {
            Assert.That(
                Header("Content-Security-Policy"),
                Is.EqualTo("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"));
            Assert.That(Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Header("Referrer-Policy"), Is.EqualTo("same-origin"));
            Assert.That(Header("Permissions-Policy"), Is.Not.Null);
            Assert.That(Header("Server"), Is.Null);
        });
    }

    [Test]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var client = new SiteClient(Site);
        var responses = new[]
        {
            await client.GetAsync("/sign-in"),
            await client.SubmitAsync("/sign-in", "/language", ("language", "en")),
            await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", TestSite.Leader), ("Password", TestSite.Password)),
        };
        var cookies = responses.SelectMany(r => r.Headers.TryGetValues("Set-Cookie", out var values) ? values : []).ToList();
        Assert.That(cookies, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(cookies, Has.All.Contains("httponly").IgnoreCase);
        Assert.That(cookies, Has.All.Match("(?i)samesite=(lax|strict)"));
    }

    [TestCase("/")]
    [TestCase("/units/01")]
    [TestCase("/units/01/tables/heat/csv?period=2025-05")]
    [TestCase("/khong-co-trang-nay")]
    public async Task What_was_made_for_one_person_stays_in_no_cache(string path)
    {
        using var client = new SiteClient(Site);
        await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", TestSite.Leader), ("Password", TestSite.Password));

        using var response = await client.GetAsync(path);
        using var style = await client.GetAsync("/css/app.css");

        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(style.Headers.CacheControl?.NoStore, Is.Not.True, "what is the same for everyone is kept");
    }
}
