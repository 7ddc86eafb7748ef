using System.Security.Claims;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// The officer behind this request or circuit. Read from the database on each call: a cookie or a circuit may be older than
/// the account's last change of role, unit or lock.
/// </summary>
internal sealed class CurrentOfficer(
    IHttpContextAccessor requests,
    AuthenticationStateProvider circuit,
    IDbContextFactory<KpiTrackerDbContext> dbFactory,
    Registers registers)
{
    /// <returns><c>null</c> when nobody is signed in, or the account has gone or is locked.</returns>
    public async Task<Officer?> FindAsync(CancellationToken cancellationToken = default)
    {
        // In a request the state provider has nothing to say outside pages; in a circuit there may be no request any more.
        var user = requests.HttpContext?.User ?? (await circuit.GetAuthenticationStateAsync()).User;
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
        {
            return null;
        }

        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (account is null || account.LockoutEnd > DateTimeOffset.UtcNow)
        {
            return null;
        }

        var snapshot = await registers.CurrentAsync(cancellationToken);
        return new Officer(account.Id, account.DisplayName, account.Role, snapshot.UnitOf(account.UnitId).Key);
    }

    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or the account has gone or is locked since the page was opened.</exception>
    public async Task<Officer> GetAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken) ?? throw new UnauthorizedAccessException("The account of this session is gone or locked.");
}
