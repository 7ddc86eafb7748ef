using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Submissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>How a change of one's own password ended.</summary>
internal abstract record PasswordChange
{
    private PasswordChange()
    {
    }

    public sealed record Done : PasswordChange;

    /// <summary>The present password is not what was written, or has to wait.</summary>
    public sealed record NotProven(SignInOutcome Why) : PasswordChange;

    public sealed record Refused(PasswordFault Fault) : PasswordChange;

    /// <summary>The new one is the old one.</summary>
    public sealed record Same : PasswordChange;
}

/// <param name="At">In Việt Nam's time.</param>
internal sealed record KnownSignIn(DateTimeOffset At, string? Address);

/// <summary>What everyone may do with the own account: another password, an end to all sessions, a look at the last sign-ins.</summary>
internal sealed class OwnAccount(
    PasswordCheck passwords, IPasswordHasher<Account> hasher, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    public const string Page = "/account";

    private const int SignInsShown = 10;

    public async Task<string> UserNameAsync(string accountId) => (await ReadAsync(accountId)).UserName!;

    /// <summary>As the database has it now, whatever this request has read of it before.</summary>
    public async Task<Account> ReadAsync(string accountId)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<KnownSignIn>> LastSignInsAsync(string accountId)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => e.AccountId == accountId && e.Action == AuditAction.SignedIn)
            .OrderByDescending(e => e.Sequence)
            .Take(SignInsShown)
            .Select(e => new { e.At, e.Address })
            .ToListAsync();
        return [.. entries.Select(e => new KnownSignIn(e.At.InVietnam(), e.Address))];
    }

    /// <summary>Whether whoever sits at the screen knows the account's password.</summary>
    /// <returns><c>null</c> when so; else why not.</returns>
    public async Task<SignInOutcome?> ProveAsync(string accountId, string? password)
    {
        var (account, outcome) = await passwords.TryAsync(await UserNameAsync(accountId), password);
        return account?.Id == accountId ? null : outcome;
    }

    /// <summary>Sessions elsewhere end; the one that asks has to be signed in anew.</summary>
    public async Task<PasswordChange> ChangePasswordAsync(string accountId, string? present, string wanted)
    {
        var userName = await UserNameAsync(accountId);
        if (PasswordRule.FaultOf(wanted, userName) is { } fault)
        {
            return new PasswordChange.Refused(fault);
        }

        if (await ProveAsync(accountId, present) is { } why)
        {
            return new PasswordChange.NotProven(why);
        }

        if (wanted == present)
        {
            return new PasswordChange.Same();
        }

        var hash = hasher.HashPassword(new Account { DisplayName = string.Empty }, wanted);
        await ChangeAsync(accountId, AuditAction.PasswordChanged, account => account.PasswordHash = hash);
        return new PasswordChange.Done();
    }

    public Task SignOutEverywhereAsync(string accountId) => ChangeAsync(accountId, AuditAction.SignedOutEverywhere, _ => { });

    private Task<bool> ChangeAsync(string accountId, AuditAction action, Action<Account> change) => writer.WriteAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        change(account);
        account.SecurityStamp = Guid.NewGuid().ToString();
        await audit.AppendAsync(db, AccountEvents.Of(action, account));
        return true;
    });
}
