using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Holds a sign-in cookie against the database on every request: one that is older than a new password, another role,
/// the account's shutting or its removal counts for nothing at once.
/// </summary>
internal static class AccountCheck
{
    public static async Task RunAsync(CookieValidatePrincipalContext context)
    {
        var officers = context.HttpContext.RequestServices.GetRequiredService<CurrentOfficer>();
        var officer = await officers.FindSignedInAsync(context.Principal, context.HttpContext.RequestAborted);
        if (officer is null || !context.Principal!.IsInRole(officer.Role.ToString()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
        else
        {
            CurrentOfficer.KeepForPage(context.HttpContext, officer);
            if (officer.NeedsSecondFactor)
            {
                SecondFactorFirst.Ask(context.HttpContext);
            }
        }
    }
}
