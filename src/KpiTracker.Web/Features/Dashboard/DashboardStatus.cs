namespace KpiTracker.Web.Features.Dashboard;

/// <summary>What the first HTML says to programs: the page itself says it in words.</summary>
internal static class DashboardStatus
{
    /// <param name="context"><c>null</c> in a circuit, where there is no response to mark.</param>
    public static void Set(HttpContext? context, DashboardAnswer answer)
    {
        if (context is { Response.HasStarted: false })
        {
            context.Response.StatusCode = answer switch
            {
                DashboardAnswer.Found => StatusCodes.Status200OK,
                DashboardAnswer.NotYours => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status404NotFound,
            };
        }
    }
}
