using KpiTracker.Data.Integrity;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.Integrity;

internal static class IntegrityFeature
{
    public const string Page = "/admin/integrity";

    public static IServiceCollection AddIntegrity(this IServiceCollection services) => services.AddSingleton<IntegrityRun>();

    public static void MapIntegrity(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Page, RunAsync).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> RunAsync([FromForm] IFormCollection form, IntegrityRun run, CancellationToken cancellationToken)
    {
        await run.RunAsync(cancellationToken);
        return Results.LocalRedirect(Page);
    }
}

/// <param name="At">In Việt Nam's time.</param>
internal sealed record Inspected(DateTimeOffset At, IReadOnlyList<IntegrityResult> Results);

/// <summary>Inspects, one at a time, and remembers what the last inspection of this process found.</summary>
internal sealed class IntegrityRun(IntegrityInspection inspection, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Inspected? _last;

    /// <summary><c>null</c> before the first one since the start.</summary>
    public Inspected? Last => _last;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _last = new Inspected(TimeZoneInfo.ConvertTime(time.GetUtcNow(), VietnamTime.Zone), await inspection.RunAsync(cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
