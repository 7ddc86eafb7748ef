using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace KpiTracker.Web.Hosting;

/// <summary>The endpoints that the framework adds beside the pages: only for those who may see pages.</summary>
internal static class CircuitAccess
{
    public static void RequireOfficerForCircuits(this RazorComponentsEndpointConventionBuilder components) => components.Add(endpoint =>
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern }
            && (pattern.StartsWith("/_blazor", StringComparison.Ordinal) || pattern.StartsWith("/_framework", StringComparison.Ordinal)))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute(Policies.SeeProgress));
            endpoint.Metadata.Add(new EnableRateLimitingAttribute(RateLimits.Circuit));
        }
    });
}
