using KpiTracker.Domain.OrganisationUnits;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Accounts;

/// <summary>Who someone is now, whatever a cookie of this morning says: asked of the database at every call.</summary>
public sealed class Officers(IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    // One row for each unit that the account may work for on the day, the home unit first.
    private static readonly Func<KpiTrackerDbContext, string, DateOnly, string?, IAsyncEnumerable<OfficerRow>> ById = EF.CompileAsyncQuery(
        (KpiTrackerDbContext db, string id, DateOnly day, string? session) =>
            from a in db.Users.AsNoTracking()
            where a.Id == id && !db.UserTokens.Any(t => t.UserId == id && t.LoginProvider == EndedSessions.Provider && t.Name == session)
            join s in db.AccountScopes on a.Id equals s.AccountId
            where s.From <= day && (s.To == null || s.To >= day)
            join u in db.OrganisationUnits on s.UnitId equals u.Id
            orderby s.UnitId == a.UnitId descending, s.From, s.Id
            select new OfficerRow(a.DisplayName, a.Role, u.Code, u.ValidFrom, a.LockoutEnd, a.SecurityStamp,
                !a.TwoFactorEnabled && db.RequiredSecondFactors.Any(r => r.Role == a.Role) && !db.Passkeys.Any(p => p.AccountId == id)));

    /// <param name="securityStamp">The stamp that the sign-in bears; <c>null</c> does not compare. It changes with the password.</param>
    /// <param name="session">The session of the sign-in; <c>null</c> for none.</param>
    /// <returns><c>null</c> when the account is gone, shut, may work for no unit today, or its password has changed or the session has ended since the sign-in.</returns>
    public async Task<Officer?> FindAsync(string accountId, string? securityStamp = null, string? session = null, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        List<OfficerRow> rows = [];
        await foreach (var row in ById(db, accountId, today, session).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        return rows is not [var first, ..] || first.LockoutEnd == DateTimeOffset.MaxValue || (securityStamp is not null && securityStamp != first.SecurityStamp)
            ? null
            : new Officer(accountId, first.Name, first.Role, [.. rows.Select(r => new UnitKey(r.Code, r.ValidFrom)).Distinct()]) { NeedsSecondFactor = first.NeedsSecondFactor };
    }

    private sealed record OfficerRow(string Name, AccountRole Role, string Code, DateOnly ValidFrom, DateTimeOffset? LockoutEnd, string? SecurityStamp, bool NeedsSecondFactor);
}
