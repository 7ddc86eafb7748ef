namespace KpiTracker.Web.Hosting;

/// <summary>Says whether the process serves: for a load balancer and for scripts that wait for the start.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health", () => Results.Text("ok")).AllowAnonymous().DisableHttpMetrics();
}
