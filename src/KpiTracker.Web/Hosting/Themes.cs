using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Hosting;

/// <summary>Light, dark, or as the reader's device prefers. The choice is a cookie; paper is always light.</summary>
internal static class Themes
{
    public const string Auto = "auto";
    public const string Light = "light";
    public const string Dark = "dark";

    private const string Cookie = "KpiTracker.Theme";

    public static void MapThemes(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/theme", Choose).AllowAnonymous();

    public static string Of(HttpContext context) => Known(context.Request.Cookies[Cookie]);

    /// <summary>What one click on the switch leads to: round through all three.</summary>
    public static string After(string theme) => theme switch
    {
        Auto => Dark,
        Dark => Light,
        _ => Auto,
    };

    /// <summary>For which media the dark colours hold; <c>null</c>: for none.</summary>
    public static string? DarkMedia(string theme) => theme switch
    {
        Dark => "screen",
        Light => null,
        _ => "screen and (prefers-color-scheme: dark)",
    };

    private static string Known(string? theme) => theme is Dark or Light ? theme : Auto;

    private static IResult Choose([FromForm] string? theme, [FromForm] string? returnUrl, HttpContext context)
    {
        context.Response.Cookies.Append(
            Cookie,
            Known(theme),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        return Results.LocalRedirect(LocalUrl.OrElse(returnUrl, "/"));
    }
}
