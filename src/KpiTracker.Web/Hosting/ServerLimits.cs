using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace KpiTracker.Web.Hosting;

/// <summary>What one client can take of the server: bytes, seconds, connections, memory of circuits.</summary>
internal static class ServerLimits
{
    /// <summary>Of an ordinary form: a report's cells all typed over. Uploads set their own.</summary>
    public const long LongestForm = 4L << 20;

    /// <summary>Of what a page sends over its connection: clicks and short texts.</summary>
    public const long LongestMessage = 32L << 10;

    public static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LongestForm;
        server.Limits.MaxRequestHeadersTotalSize = 32 << 10;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
        // A file of 8 KB may take half a minute over a bad line; whoever sends a byte now and then is cut off.
        server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        server.Limits.MaxConcurrentConnections = 5000;
        server.Limits.MaxConcurrentUpgradedConnections = 2000;
    }

    public static void Limit(CircuitOptions circuits)
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitMaxRetained = 100;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
    }

    public static void Limit(HubOptions hub)
    {
        hub.EnableDetailedErrors = false;
        hub.MaximumReceiveMessageSize = LongestMessage;
        hub.MaximumParallelInvocationsPerClient = 1;
        hub.StreamBufferCapacity = 10;
        hub.HandshakeTimeout = TimeSpan.FromSeconds(15);
    }
}
