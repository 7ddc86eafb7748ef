using System.Globalization;
using System.Security.Claims;
using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>What the sign-in cookie says: who, and in which role. The unit is never taken from it.</summary>
internal sealed class OfficerClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, TimeProvider time)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>Names one sign-in on one machine, so that signing out can end it for good.</summary>
    public const string Session = "session";

    /// <summary>After so long a session ends although it is in use.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    private const string Since = "since";

    /// <summary>Whether a sign-in is older than any session may be.</summary>
    public static bool HasRunOut(ClaimsPrincipal user, DateTimeOffset now) =>
        long.TryParse(user.FindFirstValue(Since), NumberStyles.None, CultureInfo.InvariantCulture, out var since) && now.ToUnixTimeSeconds() - since >= (long)LongestSession.TotalSeconds;

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(Session, Guid.NewGuid().ToString("N")));
        identity.AddClaim(new Claim(Since, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        return identity;
    }
}
