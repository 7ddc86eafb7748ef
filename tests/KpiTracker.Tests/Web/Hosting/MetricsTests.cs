using System.Net;
using KpiTracker.Web.Features.Metrics;
using Microsoft.AspNetCore.Http;

namespace KpiTracker.Tests.Web.Hosting;

public sealed class MetricsTests
{
    [Test]
    public async Task Requests_writes_disk_and_backup_are_measured_without_a_word_of_people_or_units()
    {
        using var client = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Leader);
        await client.GetAsync("/units/003?period=2025-05");

        var text = await (await client.GetAsync("/metrics")).Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Match("http_server_request_duration_seconds_bucket\\{[^}]*http_route=\"/units/\\{Code\\}\"[^}]*le=\"\\+Inf\"\\} [1-9]"));
            Assert.That(text, Does.Match("kpitracker_write_duration_seconds_count [1-9]").And.Match("kpitracker_writes_total\\{ending=\"committed\"\\} [1-9]"));
            Assert.That(text, Does.Match("kpitracker_disk_free_bytes [1-9]").And.Contain("# TYPE kpitracker_backup_age_seconds gauge"));
            Assert.That(text, Does.Not.Contain("/units/003").And.Not.Contain(TestSite.Leader).And.Not.Contain("Tây Hồ"));
        });
    }

    [TestCase("127.0.0.1", null, null, null, ExpectedResult = true)]
    [TestCase("::1", null, null, null, ExpectedResult = true)]
    [TestCase("10.0.0.7", null, null, null, ExpectedResult = false)]
    [TestCase("127.0.0.1", "X-Forwarded-For", null, null, ExpectedResult = false)]
    [TestCase("127.0.0.1", null, null, "bí-mật", ExpectedResult = false)]
    [TestCase("10.0.0.7", null, "Bearer bí-mật", "bí-mật", ExpectedResult = true)]
    [TestCase("10.0.0.7", null, "Bearer khác", "bí-mật", ExpectedResult = false)]
    public bool Only_this_machine_or_whoever_bears_the_token_may_ask(string address, string? header, string? authorization, string? token)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Headers.Authorization = authorization;
        if (header is not null)
        {
            context.Request.Headers[header] = "203.0.113.9";
        }

        return MetricsFeature.MayAsk(context, token);
    }
}
