using System.Net;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Whose word counts about where a request comes from; and what one client may take of the server.</summary>
public sealed class KnownProxiesTests
{
    [TestCase("", "")]
    [TestCase("10.0.0.5", "10.0.0.5/32 ::ffff:10.0.0.5/128")]
    [TestCase(" 10.0.0.0/24 , ::1", "10.0.0.0/24 ::1/128")]
    public void Proxies_are_named_by_address_or_network(string written, string expected) =>
        Assert.That(string.Join(' ', KnownProxies.Read(written)), Is.EqualTo(expected));

    [TestCase("proxy.example")]
    [TestCase("10.0.0.0/33")]
    public void What_is_neither_stops_the_start(string written) =>
        Assert.That(() => KnownProxies.Read(written), Throws.TypeOf<FormatException>());

    [TestCase("203.0.113.7", "203.0.113.7")]
    [TestCase("::ffff:203.0.113.7", "203.0.113.7")]
    [TestCase("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void Clients_are_told_apart_by_address_or_by_network(string remote, string expected) =>
        Assert.That(ClientAddress.Of(IPAddress.Parse(remote)), Is.EqualTo(expected));

    [Test]
    public async Task A_header_from_a_proxy_that_nobody_named_means_nothing()
    {
        using var client = new SiteClient(SharedSite.Site, "10.9.9.9", "https");
        var page = await client.GetAsync("/sign-in");

        Assert.That(page.Headers.GetValues("Set-Cookie"), Has.None.Contains("secure").IgnoreCase);
    }

    [Test]
    public void Bytes_seconds_and_circuits_have_limits()
    {
        var services = SharedSite.Site.Services;
        var kestrel = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        var circuits = services.GetRequiredService<IOptions<CircuitOptions>>().Value;
        var hub = new HubOptions();
        ServerLimits.Limit(hub);

        Assert.Multiple(() =>
        {
            Assert.That(kestrel.MaxRequestBodySize, Is.EqualTo(ServerLimits.LongestForm));
            Assert.That(kestrel.MinRequestBodyDataRate?.BytesPerSecond, Is.GreaterThanOrEqualTo(240));
            Assert.That(kestrel.RequestHeadersTimeout, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(15)));
            Assert.That(kestrel.MaxConcurrentConnections, Is.Not.Null);
            Assert.That(circuits.DisconnectedCircuitMaxRetained, Is.LessThanOrEqualTo(100));
            Assert.That(circuits.DetailedErrors, Is.False);
            Assert.That(hub.MaximumReceiveMessageSize, Is.LessThanOrEqualTo(32 << 10));
        });
    }
}
