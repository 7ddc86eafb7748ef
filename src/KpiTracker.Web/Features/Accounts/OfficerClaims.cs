using System.Security.Claims;
using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>What the sign-in cookie says: who, and in which role. The unit is never taken from it.</summary>
internal sealed class OfficerClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>Names one sign-in on one machine, so that signing out can end it for good.</summary>
    public const string Session = "session";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(Session, Guid.NewGuid().ToString("N")));
        return identity;
    }
}
