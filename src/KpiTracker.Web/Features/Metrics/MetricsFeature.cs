using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace KpiTracker.Web.Features.Metrics;

/// <summary>
/// Numbers for monitoring at <c>/metrics</c>: for whoever asks from this very machine, not through a proxy, or bears the token of the setting
/// <c>Metrics:Token</c>. To all others the address does not exist.
/// </summary>
internal static class MetricsFeature
{
    private const string Bearer = "Bearer ";

    /// <summary>Any of them says that somebody else asks through a proxy on this machine; the framework keeps what it has read under the last name.</summary>
    private static readonly string[] Forwarded = ["X-Forwarded-For", "Forwarded", "Via", "X-Original-For"];

    public static IServiceCollection AddMetricsBoard(this IServiceCollection services) =>
        services.AddSingleton<MetricsBoard>().AddHostedService(provider => provider.GetRequiredService<MetricsBoard>());

    public static void MapMetrics(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/metrics", Show).AllowAnonymous().DisableHttpMetrics();

    private static IResult Show(HttpContext context, MetricsBoard board, IConfiguration configuration) =>
        MayAsk(context, configuration["Metrics:Token"]) ? Results.Text(board.Print(), "text/plain; version=0.0.4; charset=utf-8") : Results.NotFound();

    internal static bool MayAsk(HttpContext context, string? token)
    {
        if (token is { Length: > 0 })
        {
            var given = context.Request.Headers.Authorization.ToString();
            return given.StartsWith(Bearer, StringComparison.Ordinal)
                && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given[Bearer.Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        }

        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Forwarded.Any(context.Request.Headers.ContainsKey);
    }
}
