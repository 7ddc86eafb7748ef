using System.Text.Encodings.Web;
using System.Text.Unicode;
using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Web.Components;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Backups;
using KpiTracker.Web.Features.Batches;
using KpiTracker.Web.Features.Compare;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Features.Holidays;
using KpiTracker.Web.Features.Integrity;
using KpiTracker.Web.Features.LabelMappings;
using KpiTracker.Web.Features.Mail;
using KpiTracker.Web.Features.Periods;
using KpiTracker.Web.Features.OwnAccount;
using KpiTracker.Web.Features.Metrics;
using KpiTracker.Web.Features.Presentation;
using KpiTracker.Web.Features.Reminders;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.Record;
using KpiTracker.Web.Features.SampleData;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Features.Summaries;
using KpiTracker.Web.Features.Thresholds;
using KpiTracker.Web.Features.WardInvitations;

namespace KpiTracker.Web.Hosting;

/// <summary>Puts the web application together: services, then the pipeline, each feature by its own extension method.</summary>
internal static class WebHost
{
    /// <param name="replace">What a test puts in the place of the real thing: the clock, say.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var app = BuildServices(args, replace);
        UsePipeline(app);
        MapEndpoints(app);
        return app;
    }

    /// <summary>The same services without pages and endpoints, for a command that only works and ends.</summary>
    public static WebApplication BuildServices(string[] args, Action<IServiceCollection>? replace = null)
    {
        var rootIsGiven = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = rootIsGiven ? null : ContentRoot.Find() });
        AddServices(builder);
        replace?.Invoke(builder.Services);
        return builder.Build();
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(ServerLimits.Limit);
        // Run from source in any environment, the assets are found through the build's manifest; a published folder has none and needs none.
        builder.WebHost.UseStaticWebAssets();
        builder.Services
            .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5))
            // A post without its token is the sender's fault: 400 in Development too, not an accident of ours.
            .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false)
            .AddSingleton<TimeProvider, VietnamTime>()
            .AddSingleton<IAuditOrigins, RequestOrigins>()
            .AddKpiTrackerData(DataDirectoryOf(builder))
            .AddHostedService<DatabasePreparation>()
            .AddHostedService<SetupNotice>()
            .AddSampleData()
            // Pages of a few hundred kilobytes are a tenth on the line. What is secret in a page, the form's token, is masked anew for each answer.
            .AddResponseCompression(o => o.EnableForHttps = true)
            .AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .AddLanguages()
            .AddKnownProxies(builder.Configuration)
            .AddRateLimits(builder.Configuration)
            .AddHsts(o => (o.MaxAge, o.IncludeSubDomains) = (TimeSpan.FromDays(365), true))
            .AddSignIn()
            .AddSignInCookies()
            .AddWardInvitations()
            .AddOwnAccount()
            .AddPolicies()
            .AddSubmissions()
            .AddReview()
            .AddBatches()
            .AddLabelMappings()
            .AddThresholds()
            .AddPeriods()
            .AddHolidays()
            .AddMail(builder.Configuration)
            .AddReminders()
            .AddBackups(builder.Configuration)
            .AddIntegrity()
            .AddMetricsBoard()
            .AddRecord()
            .AddDashboard()
            .AddCompare()
            .AddPresentation()
            .AddSummaries()
            .AddCascadingAuthenticationState()
            .AddRazorComponents()
            .AddInteractiveServerComponents(ServerLimits.Limit)
            .AddHubOptions(ServerLimits.Limit);
    }

    private static DataDirectory DataDirectoryOf(WebApplicationBuilder builder) =>
        new(builder.Configuration["Data:Directory"] is { Length: > 0 } given ? given : Path.Combine(builder.Environment.ContentRootPath, "App_Data"));

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseResponseCompression();
        app.UseProblemPages();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseSecondFactorFirst();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapMetrics();
        app.MapLanguages();
        app.MapThemes();
        app.MapAccounts(app.Environment);
        app.MapWardInvitations();
        app.MapTables();
        app.MapCompare();
        app.MapPresentation();
        app.MapSummaries();
        app.MapSubmissions();
        app.MapReview();
        app.MapBatches();
        app.MapLabelMappings();
        app.MapThresholds();
        app.MapPeriods();
        app.MapHolidays();
        app.MapReminders();
        app.MapSampleData();
        app.MapBackups();
        app.MapIntegrity();
        app.MapRecord();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'")
            .RequireOfficerForCircuits();
    }
}
