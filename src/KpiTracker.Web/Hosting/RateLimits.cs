using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace KpiTracker.Web.Hosting;

/// <summary>How often somebody may ask for what costs much; set under <c>RateLimits</c>. Whole numbers above nought.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Forms of sign-in, second factor, invitation and set-up from one address a minute. An office behind one address signs in together.</summary>
    public int SignInPerMinute { get; set; } = 60;

    /// <summary>Files and batches that one account sends a minute.</summary>
    public int UploadsPerMinute { get; set; } = 60;

    /// <summary>Files that one account takes out a minute.</summary>
    public int ExportsPerMinute { get; set; } = 60;

    /// <summary>Pages that one account keeps connected at the same time.</summary>
    public int OpenPages { get; set; } = 60;
}

/// <summary>
/// Limits by account, or by address for whoever has not signed in. Whoever goes beyond is told 429 and when to try again; others notice nothing.
/// An endpoint or page names its limit.
/// </summary>
internal static class RateLimits
{
    public const string SignIn = nameof(SignIn);
    public const string Upload = nameof(Upload);
    public const string Export = nameof(Export);
    public const string Circuit = nameof(Circuit);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new RateLimitSettings();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = static (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromMinutes(1);
                context.HttpContext.TryAgainAfter(wait);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method) ? PerMinute(ClientAddress.Of(context), settings.SignInPerMinute) : Free());
            options.AddPolicy(Upload, context => PerMinute(AskerOf(context), settings.UploadsPerMinute));
            options.AddPolicy(Export, context => PerMinute(AskerOf(context), settings.ExportsPerMinute));
            options.AddPolicy(Circuit, context => RateLimitPartition.GetConcurrencyLimiter(
                AskerOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = settings.OpenPages, QueueLimit = 0 }));
        });
    }

    /// <summary>Says in whole seconds, at least one, when a request may be repeated.</summary>
    public static void TryAgainAfter(this HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter(string.Empty);

    /// <summary>As many at once as a minute allows, and then one whenever its time has come.</summary>
    private static RateLimitPartition<string> PerMinute(string asker, int limit) => RateLimitPartition.GetTokenBucketLimiter(
        asker,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = limit, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limit, QueueLimit = 0 });

    private static string AskerOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ClientAddress.Of(context);
}
