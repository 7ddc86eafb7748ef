using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Hosting;

/// <summary>The cookie that a signed-in officer carries, and what is said to those who carry none.</summary>
internal static class SignInCookies
{
    public const string SignInPath = "/sign-in";

    public static IServiceCollection AddSignInCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "KpiTracker.SignIn";
                options.CookieManager = new HostCookies();
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = EndedSessions.LongestCookie;
                options.SlidingExpiration = true;
                options.LoginPath = SignInPath;
                options.ReturnUrlParameter = "returnUrl";
                options.Events.OnValidatePrincipal = AccountCheck.RunAsync;
                options.Events.OnRedirectToLogin = SendToSignIn;
                options.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
            });
        // The keys that cookies and form tokens are made with outlive a restart: they lie in the data folder.
        services.AddDataProtection().SetApplicationName("KpiTracker");
        services.AddOptions<KeyManagementOptions>().Configure<DataDirectory, ILoggerFactory>((options, directory, log) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(directory.Keys), log));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "KpiTracker.Forms";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>A reader is led to the sign-in page; a form or a script that would follow the redirect blindly is told 401.</summary>
    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor");
        if (!isPage)
        {
            return Refuse(context, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
