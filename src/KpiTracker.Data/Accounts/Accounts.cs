using KpiTracker.Data.Record;
using KpiTracker.Domain.OrganisationUnits;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Data.Accounts;

/// <param name="Password"><c>null</c>: one is made by chance and given back.</param>
public sealed record NewAccount(string UserName, string DisplayName, AccountRole Role, UnitKey Unit, string? Password, bool IsSample = false);

/// <summary>Makes accounts and resets their passwords. Who may do so is the caller's matter.</summary>
public sealed class Accounts(UserManager<Account> users, Registers.Registers registers, KpiTrackerDbContext db, AuditTrail audit, TimeProvider time)
{
    public Task<AccountOutcome> AddAsync(NewAccount asked, CancellationToken cancellationToken = default) => AddAsync(asked, null, cancellationToken);

    /// <param name="along">What belongs into the same transaction, once the account is there: it adds its rows, and says the line that follows the account's.</param>
    internal async Task<AccountOutcome> AddAsync(NewAccount asked, Func<KpiTrackerDbContext, Account, AuditEvent>? along, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (asked.Role == AccountRole.WardOfficer && snapshot.Units.Find(asked.Unit) is not { IsWard: true })
        {
            return new AccountOutcome.UnitDoesNotFit();
        }

        var password = asked.Password ?? PasswordRule.Generate();
        if (PasswordRule.FaultOf(password, asked.UserName) is { } fault)
        {
            return new AccountOutcome.PasswordRefused(fault);
        }

        var account = new Account
        {
            UserName = asked.UserName,
            DisplayName = asked.DisplayName,
            Role = asked.Role,
            UnitId = snapshot.IdOf(asked.Unit),
            IsSample = asked.IsSample,
        };
        account.Scopes.Add(new AccountScope { UnitId = account.UnitId, From = DateOnly.FromDateTime(time.GetLocalNow().DateTime) });
        return await audit.AllTogetherAsync<AccountOutcome>(db, async () =>
        {
            if (await users.CreateAsync(account, password) is { Succeeded: false } refused)
            {
                return (EndingOf(refused, asked.UserName), []);
            }

            var made = AccountEvents.Made(AuditAction.AccountMade, account, snapshot);
            return (new AccountOutcome.Done(account.Id, asked.UserName, asked.Password is null ? password : null), along is null ? [made] : [made, along(db, account)]);
        });
    }

    /// <summary>Sets a new password and opens a locked account. Whoever is signed in with the old one is signed out.</summary>
    public async Task<AccountOutcome> ResetPasswordAsync(string userName, string? password)
    {
        if (await users.FindByNameAsync(userName) is not { } account)
        {
            return new AccountOutcome.NoSuchAccount(userName);
        }

        var chosen = password ?? PasswordRule.Generate();
        if (PasswordRule.FaultOf(chosen, userName) is { } fault)
        {
            return new AccountOutcome.PasswordRefused(fault);
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, chosen);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        return await audit.TogetherAsync<AccountOutcome>(db, async () => await users.UpdateSecurityStampAsync(account) is { Succeeded: false } refused
            ? (EndingOf(refused, userName), null)
            : (new AccountOutcome.Done(account.Id, userName, password is null ? chosen : null), AccountEvents.Of(AuditAction.PasswordReset, account)));
    }

    private static AccountOutcome EndingOf(IdentityResult result, string userName) =>
        result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? new AccountOutcome.NameTaken(userName)
        : result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidUserName)) ? new AccountOutcome.NameNotAllowed(userName)
        : throw new InvalidOperationException($"The account was not kept: {result}");
}
