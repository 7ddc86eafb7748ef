using System.Security.Claims;
using KpiTracker.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Holds a sign-in cookie against the database on every request: one that is older than a new password, another role, a lock
/// or the account's removal counts for nothing at once.
/// </summary>
internal static class AccountCheck
{
    public static async Task RunAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        await using var db = await services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync(context.HttpContext.RequestAborted);
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var account = await db.Users.AsNoTracking()
            .Where(a => a.Id == id)
            .Select(a => new { a.SecurityStamp, a.Role, a.LockoutEnd })
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (account is null
            || account.LockoutEnd > DateTimeOffset.UtcNow
            || account.SecurityStamp != context.Principal!.FindFirstValue(stampClaim)
            || !context.Principal!.IsInRole(account.Role.ToString()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }
}
