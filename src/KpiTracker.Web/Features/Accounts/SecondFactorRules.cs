using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <param name="People">Accounts of the role that are not shut.</param>
/// <param name="WithFactor">Of these, how many have a second factor, a passkey being one.</param>
internal sealed record RoleSecurity(AccountRole Role, bool IsRequired, int People, int WithFactor);

/// <summary>Which roles must have a second factor. Who has none is led to setting one up by the next request, and can do nothing else before.</summary>
internal sealed class SecondFactorRules(DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    public async Task<bool> IsRequiredAsync(AccountRole role)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return await db.RequiredSecondFactors.AnyAsync(r => r.Role == role);
    }

    public async Task<IReadOnlyList<RoleSecurity>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var required = await db.RequiredSecondFactors.AsNoTracking().Select(r => r.Role).ToListAsync(cancellationToken);
        var people = await db.Users.AsNoTracking()
            .Where(a => a.LockoutEnd == null || a.LockoutEnd != DateTimeOffset.MaxValue)
            .GroupBy(a => a.Role)
            .Select(g => new { Role = g.Key, Count = g.Count(), With = g.Count(a => a.TwoFactorEnabled || db.Passkeys.Any(p => p.AccountId == a.Id)) })
            .ToListAsync(cancellationToken);
        return [.. Enum.GetValues<AccountRole>().Select(role => people.Find(p => p.Role == role) is { } found
            ? new RoleSecurity(role, required.Contains(role), found.Count, found.With)
            : new RoleSecurity(role, required.Contains(role), 0, 0))];
    }

    /// <summary>From now on of exactly these roles.</summary>
    public Task<bool> SetAsync(IReadOnlyCollection<AccountRole> roles, Officer officer, CancellationToken cancellationToken) => writer.WriteAsync(
        async db =>
        {
            var before = await db.RequiredSecondFactors.ToListAsync(CancellationToken.None);
            var (gone, added) = (before.Where(r => !roles.Contains(r.Role)).ToList(), roles.Except(before.Select(r => r.Role)).ToList());
            if (gone.Count + added.Count == 0)
            {
                return false;
            }

            db.RequiredSecondFactors.RemoveRange(gone);
            db.RequiredSecondFactors.AddRange(added.Select(role => new RequiredSecondFactor { Role = role, At = time.GetUtcNow(), ById = officer.AccountId, ByName = officer.Name }));
            await EndWeakSessionsAsync(db, added);
            await audit.AppendAsync(db, new AuditEvent(AuditAction.SecondFactorRequired, AuditEvent.Of("setting", "second-factor"))
            {
                Before = AuditDetails.Of(("roles", Written(before.Select(r => r.Role)))),
                After = AuditDetails.Of(("roles", Written(roles))),
            });
            return true;
        },
        cancellationToken);

    /// <summary>Whoever has only a passkey may have signed in by password: they sign in anew, by the passkey. Who has nothing is led to setting one up.</summary>
    private static Task<int> EndWeakSessionsAsync(KpiTrackerDbContext db, List<AccountRole> roles)
    {
        var stamp = Guid.NewGuid().ToString();
        return db.Users.Where(a => roles.Contains(a.Role) && !a.TwoFactorEnabled && db.Passkeys.Any(p => p.AccountId == a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SecurityStamp, stamp));
    }

    private static string Written(IEnumerable<AccountRole> roles) => string.Join(", ", roles.Order());
}
