using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>How an administrator's change to an account ended.</summary>
internal enum AccountChange
{
    Done,
    NoSuchAccount,

    /// <summary>Nobody would be left who can administer.</summary>
    LastAdministrator,

    /// <summary>A ward officer needs a ward, and nothing but wards.</summary>
    UnitDoesNotFit,

    /// <summary>Something is written where a mail address belongs, and it is none.</summary>
    EmailNotRead,

    /// <summary>A unit is unknown, a day is none, an end lies before its beginning, or no unit is left.</summary>
    ScopesNotRead,
}

/// <summary>An account as the administrator's list shows it.</summary>
/// <param name="Scopes">All that it may work for, might or will, by their beginning.</param>
/// <param name="LastSignInAt">In Việt Nam's time; <c>null</c> before the first.</param>
/// <param name="HasSecondFactor">An authenticator or a passkey.</param>
/// <param name="IsInvited">It has no password yet: its link has not been used.</param>
public sealed record AdministeredAccount(
    string Id, string UserName, string DisplayName, AccountRole Role, OrganisationUnit Unit, IReadOnlyList<DatedUnit> Scopes, DateTimeOffset? LastSignInAt, bool IsInvited, bool IsShut, bool IsSample, bool HasSecondFactor)
{
    /// <summary>Where invitations and reminders are mailed to; <c>null</c> when none is known.</summary>
    public string? Email { get; init; }
}

/// <summary>
/// Lists, changes, shuts and opens accounts. A change of role, unit or state ends the sessions that are open: the stamp that sign-ins bear is renewed with it.
/// </summary>
internal sealed class AccountAdministration(DatabaseWriter writer, AuditTrail audit, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    public async Task<IReadOnlyList<AdministeredAccount>> ListAsync(CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Users.AsNoTracking().Include(a => a.Scopes).OrderBy(a => a.NormalizedUserName).ToListAsync(cancellationToken);
        var withPasskey = await db.Passkeys.Select(p => p.AccountId).Distinct().ToHashSetAsync(cancellationToken);
        return [.. accounts.Select(a => Of(a, snapshot, withPasskey.Contains(a.Id)))];
    }

    /// <returns><c>null</c> when there is none.</returns>
    public async Task<AdministeredAccount?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Include(a => a.Scopes).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } account
            ? Of(account, snapshot, await db.Passkeys.AnyAsync(p => p.AccountId == id, cancellationToken))
            : null;
    }

    /// <param name="email">As written; empty for none.</param>
    public async Task<AccountChange> ChangeAsync(string id, string displayName, AccountRole role, UnitKey unit, string? email, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        return role == AccountRole.WardOfficer && snapshot.Units.Find(unit) is not { IsWard: true } ? AccountChange.UnitDoesNotFit
            : !EmailAddress.TryRead(email, out var address) ? AccountChange.EmailNotRead
            : await UpdateAsync(id, AuditAction.AccountChanged, snapshot, removesAdministrator: role != AccountRole.Administrator, account =>
            {
                if (account.UnitId != snapshot.IdOf(unit))
                {
                    AccountScopes.MoveHome(account, snapshot.IdOf(unit), time.Today());
                }

                (account.DisplayName, account.Role, account.Email) = (displayName, role, address);
            }, cancellationToken);
    }

    /// <summary>Sets for which units an account may work, and when. What is not among them is taken away.</summary>
    public async Task<AccountChange> SetScopesAsync(string id, IReadOnlyList<DatedUnit> scopes, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        return await UpdateAsync(
            id,
            AuditAction.AccountChanged,
            snapshot,
            removesAdministrator: !scopes.Any(s => s.To is null && s.IsInForce(time.Today())),
            account => AccountScopes.Replace(account, scopes, snapshot),
            cancellationToken);
    }

    public async Task<AccountChange> ShutAsync(string id, CancellationToken cancellationToken) =>
        await UpdateAsync(id, AuditAction.AccountShut, await registers.CurrentAsync(cancellationToken), removesAdministrator: true, account => account.LockoutEnd = DateTimeOffset.MaxValue, cancellationToken);

    public async Task<AccountChange> OpenAsync(string id, CancellationToken cancellationToken) =>
        await UpdateAsync(id, AuditAction.AccountOpened, await registers.CurrentAsync(cancellationToken), removesAdministrator: false, account => (account.LockoutEnd, account.AccessFailedCount) = (null, 0), cancellationToken);

    private Task<AccountChange> UpdateAsync(string id, AuditAction action, RegisterSnapshot snapshot, bool removesAdministrator, Action<Account> change, CancellationToken cancellationToken) => writer.WriteAsync(
        async db =>
        {
            if (await db.Users.Include(a => a.Scopes).SingleOrDefaultAsync(a => a.Id == id, CancellationToken.None) is not { } account)
            {
                return AccountChange.NoSuchAccount;
            }

            if (removesAdministrator && account.Role == AccountRole.Administrator && !account.IsShut && !await AnotherAdministersAsync(db, id, time.Today()))
            {
                return AccountChange.LastAdministrator;
            }

            var before = AccountEvents.DetailsOf(account, snapshot);
            change(account);
            if (account.Role == AccountRole.WardOfficer && account.Scopes.Exists(s => (s.To is null || s.To >= time.Today()) && !snapshot.UnitOf(s.UnitId).IsWard))
            {
                db.ChangeTracker.Clear();
                return AccountChange.UnitDoesNotFit;
            }

            (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
            var what = AccountEvents.Made(action, account, snapshot);
            await audit.AppendAsync(db, action == AuditAction.AccountChanged ? what with { Before = before } : what);
            return AccountChange.Done;
        },
        cancellationToken);

    /// <summary>Someone who can sign in today and until further notice: an invitation that nobody has followed does not count, nor who has an end.</summary>
    private static Task<bool> AnotherAdministersAsync(KpiTrackerDbContext db, string id, DateOnly today) => db.Users.AnyAsync(a =>
        a.Id != id && a.Role == AccountRole.Administrator && a.PasswordHash != null && (a.LockoutEnd == null || a.LockoutEnd != DateTimeOffset.MaxValue)
        && a.Scopes.Any(s => s.From <= today && s.To == null));

    private static AdministeredAccount Of(Account account, RegisterSnapshot snapshot, bool hasPasskey) => new(
        account.Id,
        account.UserName!,
        account.DisplayName,
        account.Role,
        snapshot.UnitOf(account.UnitId),
        [.. account.Scopes.OrderBy(s => s.From).ThenBy(s => s.Id).Select(s => new DatedUnit(snapshot.UnitOf(s.UnitId), s.From, s.To))],
        account.LastSignInAt?.InVietnam(),
        account is { PasswordHash: null, IsSample: false },
        account.IsShut,
        account.IsSample,
        account.TwoFactorEnabled || hasPasskey)
    {
        Email = account.Email,
    };
}
