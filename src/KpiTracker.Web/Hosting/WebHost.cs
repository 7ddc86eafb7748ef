using System.Text.Encodings.Web;
using System.Text.Unicode;
using KpiTracker.Web.Components;
using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Web.Hosting;

/// <summary>Puts the web application together: services, then the pipeline, each feature by its own extension method.</summary>
internal static class WebHost
{
    public static WebApplication Build(string[] args)
    {
        var rootIsGiven = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = rootIsGiven ? null : ContentRoot.Find() });
        AddServices(builder);
        var app = builder.Build();
        UsePipeline(app);
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services
            .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<SampleDataProgress>()
            .AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .AddLanguages()
            .AddSignInCookies()
            .AddPolicies()
            .AddCascadingAuthenticationState()
            .AddRazorComponents()
            .AddInteractiveServerComponents();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseProblemPages();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapLanguages();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'")
            .RequireOfficerForCircuits();
    }
}
