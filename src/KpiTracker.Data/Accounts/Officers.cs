using KpiTracker.Domain.OrganisationUnits;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Accounts;

/// <summary>Who someone is now, whatever a cookie of this morning says: asked of the database at every call.</summary>
public sealed class Officers(IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    private static readonly Func<KpiTrackerDbContext, string, Task<OfficerRow?>> ById = EF.CompileAsyncQuery(
        (KpiTrackerDbContext db, string id) => db.Users.AsNoTracking()
            .Where(a => a.Id == id)
            .Join(db.OrganisationUnits, a => a.UnitId, u => u.Id, (a, u) => new OfficerRow(a.DisplayName, a.Role, u.Code, u.ValidFrom, a.LockoutEnd, a.SecurityStamp))
            .SingleOrDefault());

    /// <param name="securityStamp">The stamp that the sign-in bears; <c>null</c> does not compare. It changes with the password.</param>
    /// <returns><c>null</c> when the account is gone, shut, or its password has changed since the sign-in.</returns>
    public async Task<Officer?> FindAsync(string accountId, string? securityStamp = null, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var row = await ById(db, accountId);
        return row is null || row.LockoutEnd == DateTimeOffset.MaxValue || (securityStamp is not null && securityStamp != row.SecurityStamp)
            ? null
            : new Officer(accountId, row.Name, row.Role, new UnitKey(row.Code, row.ValidFrom));
    }

    private sealed record OfficerRow(string Name, AccountRole Role, string Code, DateOnly ValidFrom, DateTimeOffset? LockoutEnd, string? SecurityStamp);
}
