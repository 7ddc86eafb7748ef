using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Hosting;

/// <summary>Vietnamese unless the reader chose English. The choice is a cookie; figures and dates stay Vietnamese in both.</summary>
internal static class Languages
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture("vi-VN", Vietnamese);
            options.SupportedCultures = [new("vi-VN")];
            options.SupportedUICultures = [new(Vietnamese), new(English)];
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    public static void MapLanguages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/language", Choose).AllowAnonymous();

    private static IResult Choose([FromForm] string? language, [FromForm] string? returnUrl, HttpContext context)
    {
        var chosen = language == English ? English : Vietnamese;
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("vi-VN", chosen)),
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
