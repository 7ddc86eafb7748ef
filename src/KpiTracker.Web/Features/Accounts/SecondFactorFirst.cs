using KpiTracker.Web.Features.OwnAccount;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Leads whoever must set up a second factor to the page for it, and refuses everything else but what is open to all.</summary>
internal static class SecondFactorFirst
{
    private static readonly object Asked = new();

    public static void Ask(HttpContext context) => context.Items[Asked] = true;

    public static IApplicationBuilder UseSecondFactorFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Items.ContainsKey(Asked) || context.GetEndpoint() is not { } endpoint || IsAllowed(endpoint))
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor"))
        {
            context.Response.Redirect(OwnAccount.OwnAccount.Page);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });

    private static bool IsAllowed(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == Policies.OwnAccount);
}
