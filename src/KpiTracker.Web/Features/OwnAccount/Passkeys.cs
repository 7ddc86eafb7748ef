using System.Buffers.Text;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.Figures;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.OwnAccount;

/// <param name="Id">Its identifier, as it is written in forms.</param>
/// <param name="AddedAt">In Việt Nam's time, as <paramref name="LastUsedAt"/>.</param>
/// <param name="LastUsedAt"><c>null</c> before the first sign-in with it.</param>
public sealed record KnownPasskey(string Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);

/// <summary>How adding or removing a passkey ended.</summary>
internal enum PasskeyChange
{
    Added,
    Removed,

    /// <summary>The device's answer is none, not to what was asked, or too late.</summary>
    NotAccepted,

    /// <summary>There are <see cref="Passkeys.Most"/> already.</summary>
    TooMany,

    /// <summary>The role must have a second factor, and this passkey is the only one.</summary>
    StillNeeded,

    NoSuchKey,
}

/// <summary>The passkeys of one account. Whoever adds or removes one has just proven to know the password; sessions elsewhere end.</summary>
internal sealed class Passkeys(
    IPasskeyHandler<Account> handler, PasskeyChallenges challenges, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    public const int Most = 10;

    public const int LongestName = 60;

    /// <summary>In the order in which they were added.</summary>
    public async Task<IReadOnlyList<KnownPasskey>> ListAsync(string accountId)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        var keys = await db.Passkeys.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.AddedAt).ToListAsync();
        return [.. keys.Select(p => new KnownPasskey(IdOf(p), p.Name, p.AddedAt.InVietnam(), p.LastUsedAt?.InVietnam()))];
    }

    /// <summary>What the device is asked for a new key; nothing is kept of it until <see cref="AddAsync"/>.</summary>
    public async Task<PasskeyQuestion> AskAsync(Account account, HttpContext context)
    {
        var who = new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.DisplayName };
        var asked = await handler.MakeCreationOptionsAsync(who, context);
        return new PasskeyQuestion(asked.CreationOptionsJson, challenges.Seal(asked.AttestationState!));
    }

    public async Task<PasskeyChange> AddAsync(string accountId, string? written, string? answer, string? name, HttpContext context)
    {
        if (challenges.Open(written) is not { } state
            || answer is not { Length: > 0 and <= PasskeyChallenges.LongestAnswer }
            || await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = state }) is not { Succeeded: true } made
            || made.UserEntity.Id != accountId
            || !challenges.TryAnswer(state))
        {
            return PasskeyChange.NotAccepted;
        }

        var key = KeyOf(accountId, made.Passkey, name);
        return await ChangeAsync(accountId, async (db, account) =>
        {
            if (await db.Passkeys.CountAsync(p => p.AccountId == accountId) >= Most)
            {
                return (PasskeyChange.TooMany, null);
            }

            db.Passkeys.Add(key);
            return (PasskeyChange.Added, EventOf(AuditAction.PasskeyAdded, account, key));
        });
    }

    /// <param name="id"><see cref="KnownPasskey.Id"/>.</param>
    public Task<PasskeyChange> RemoveAsync(string accountId, string id) => ChangeAsync(accountId, async (db, account) =>
    {
        var keys = await db.Passkeys.Where(p => p.AccountId == accountId).ToListAsync();
        if (keys.Find(p => IdOf(p) == id) is not { } key)
        {
            return (PasskeyChange.NoSuchKey, null);
        }

        if (keys.Count == 1 && !account.TwoFactorEnabled && await db.RequiredSecondFactors.AnyAsync(r => r.Role == account.Role))
        {
            return (PasskeyChange.StillNeeded, null);
        }

        db.Passkeys.Remove(key);
        return (PasskeyChange.Removed, EventOf(AuditAction.PasskeyRemoved, account, key));
    });

    private Passkey KeyOf(string accountId, UserPasskeyInfo made, string? name)
    {
        var written = name?.Trim() ?? string.Empty;
        var now = time.GetUtcNow();
        return new Passkey
        {
            CredentialId = made.CredentialId,
            AccountId = accountId,
            Name = written.Length == 0 ? FigureText.Date(time.Today()) : written[..Math.Min(written.Length, LongestName)],
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Transports = string.Join(' ', made.Transports ?? []),
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AddedAt = now,
        };
    }

    private Task<PasskeyChange> ChangeAsync(string accountId, Func<KpiTrackerDbContext, Account, Task<(PasskeyChange Ending, AuditEvent? What)>> change) => writer.WriteAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        var (ending, what) = await change(db, account);
        if (what is not null)
        {
            account.SecurityStamp = Guid.NewGuid().ToString();
            await audit.AppendAsync(db, what);
        }

        return ending;
    });

    private static AuditEvent EventOf(AuditAction action, Account account, Passkey key) =>
        AccountEvents.Of(action, account) with { After = AuditDetails.Of(("userName", account.UserName), ("passkey", key.Name)) };

    private static string IdOf(Passkey key) => Base64Url.EncodeToString(key.CredentialId);
}
