namespace KpiTracker.Web.Hosting;

/// <summary>Puts the web application together: services, then the pipeline, each feature by its own extension method.</summary>
internal static class WebHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapStaticAssets();
        return app;
    }
}
