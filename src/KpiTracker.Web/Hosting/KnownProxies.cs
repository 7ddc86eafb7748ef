using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace KpiTracker.Web.Hosting;

/// <summary>
/// Whose word counts about where a request comes from and whether it came by https: only the proxies named in <c>Proxy:Known</c>, as addresses or
/// networks (<c>10.0.0.5</c>, <c>10.0.0.0/24</c>, <c>::1</c>), separated by commas. None by default: anyone could claim anything.
/// </summary>
internal static class KnownProxies
{
    public const string Setting = "Proxy:Known";

    /// <exception cref="FormatException">A part is neither an address nor a network.</exception>
    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var known = Read(configuration[Setting]);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            known.ForEach(options.KnownIPNetworks.Add);
            // A chain of proxies is followed back as far as each of them is named.
            options.ForwardLimit = null;
        });
    }

    internal static List<IPNetwork> Read(string? written) =>
        [.. (written ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(NetworksOf)];

    private static IPNetwork[] NetworksOf(string part)
    {
        if (IPAddress.TryParse(part, out var address))
        {
            // A socket that takes both families shows an IPv4 proxy under its IPv6 name.
            return address.GetAddressBytes().Length == 4
                ? [new IPNetwork(address, 32), new IPNetwork(address.MapToIPv6(), 128)]
                : [new IPNetwork(address, 128)];
        }

        return IPNetwork.TryParse(part, out var network) ? [network] : throw new FormatException($"{Setting}: '{part}' is neither an address nor a network.");
    }
}
