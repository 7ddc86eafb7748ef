namespace KpiTracker.Web.Hosting;

/// <summary>Puts the web application together: services, then the pipeline, each feature by its own extension method.</summary>
internal static class WebHost
{
    public static WebApplication Build(string[] args)
    {
        var rootIsGiven = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = rootIsGiven ? null : ContentRoot.Find() });
        var app = builder.Build();
        app.MapStaticAssets();
        return app;
    }
}
