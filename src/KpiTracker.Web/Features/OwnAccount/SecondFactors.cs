using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.OwnAccount;

/// <param name="Key">To be typed into an authenticator, or read from <paramref name="Address"/> by a camera.</param>
/// <param name="Sealed">The key once more, as only this server can read it, for the form that confirms it.</param>
public sealed record SecondFactorOffer(string Key, string Address, string Sealed);

/// <param name="CodesLeft">Recovery codes that have not been used.</param>
internal sealed record SecondFactorState(bool IsOn, int CodesLeft);

/// <summary>The authenticator of an account, its key sealed, and its recovery codes, hashed. A code is accepted once.</summary>
internal sealed class SecondFactors(
    DatabaseWriter writer, IDbContextFactory<KpiTrackerDbContext> dbFactory, FactorKeys keys, AuditTrail audit, TimeProvider time)
{
    private const string Provider = "KpiTracker";
    private const string KeyName = "AuthenticatorKey";
    private const string CodesName = "RecoveryCodes";

    public async Task<SecondFactorState> StateAsync(string accountId, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var isOn = await db.Users.Where(a => a.Id == accountId).Select(a => a.TwoFactorEnabled).SingleAsync(cancellationToken);
        return new SecondFactorState(isOn, await ValueAsync(db, accountId, CodesName) is { } kept ? RecoveryCodes.CountOf(kept) : 0);
    }

    /// <summary>A new key; nothing is kept of it until <see cref="TurnOnAsync"/>.</summary>
    public SecondFactorOffer Offer(string accountId, string userName) => OfferOf(accountId, userName, TimeCode.NewKey());

    /// <summary>The same offer once more, for a form whose code was wrong.</summary>
    /// <returns><c>null</c> when it is older than half an hour or somebody else's.</returns>
    public SecondFactorOffer? OfferAgain(string accountId, string userName, string? sealedKey) =>
        keys.OpenOffer(accountId, sealedKey) is { } key ? OfferOf(accountId, userName, key) : null;

    /// <summary>Turns it on when the code shows that the authenticator has the key. Whoever is signed in elsewhere is signed out.</summary>
    /// <returns>The recovery codes, to be shown once; <c>null</c> when the code is wrong or the offer is too old.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(string accountId, string? sealedKey, string? written)
    {
        if (keys.OpenOffer(accountId, sealedKey) is not { } key || TimeCode.StepOf(key, Digits(written), time.GetUtcNow()) is not { } step)
        {
            return null;
        }

        var (codes, kept) = RecoveryCodes.Make();
        await ChangeAsync(accountId, AuditAction.SecondFactorTurnedOn, async (db, account) =>
        {
            (account.TwoFactorEnabled, account.LastCodeStep) = (true, step);
            await SetAsync(db, accountId, KeyName, keys.Seal(accountId, key));
            await SetAsync(db, accountId, CodesName, kept);
        });
        return codes;
    }

    /// <summary>By the owner; or by an administrator for someone whose telephone is lost, and then the passkeys go too: they may lie in the same telephone. Whoever is signed in elsewhere is signed out.</summary>
    public Task TurnOffAsync(string accountId, bool byAdministrator = false) => ChangeAsync(
        accountId,
        byAdministrator ? AuditAction.SecondFactorReset : AuditAction.SecondFactorTurnedOff,
        async (db, account) =>
        {
            (account.TwoFactorEnabled, account.LastCodeStep) = (false, 0);
            await db.UserTokens.Where(t => t.UserId == accountId && t.LoginProvider == Provider).ExecuteDeleteAsync();
            if (byAdministrator)
            {
                await db.Passkeys.Where(p => p.AccountId == accountId).ExecuteDeleteAsync();
            }
        });

    /// <summary>Ten new ones; the earlier ones are good no longer.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(string accountId)
    {
        var (codes, kept) = RecoveryCodes.Make();
        await ChangeAsync(accountId, AuditAction.RecoveryCodesMade, (db, _) => SetAsync(db, accountId, CodesName, kept), endsSessions: false);
        return codes;
    }

    /// <summary>Whether it is a code that the authenticator shows now, or a recovery code; and uses it up.</summary>
    public async Task<bool> AcceptAsync(string accountId, string? written)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        var digits = Digits(written);
        if (digits.Length == TimeCode.Digits && digits.All(char.IsAsciiDigit))
        {
            return await ValueAsync(db, accountId, KeyName) is { } value && keys.Open(accountId, value) is { } key && TimeCode.StepOf(key, digits, time.GetUtcNow()) is { } step
                // Once only, also when it comes twice at the same moment; an earlier one is no good after a later one.
                && await writer.WriteAsync(w => w.Users.Where(a => a.Id == accountId && a.LastCodeStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step))) == 1;
        }

        return RecoveryCodes.IsShaped(digits)
            && await ValueAsync(db, accountId, CodesName) is { } kept
            && RecoveryCodes.Without(kept, digits) is { } left
            && await writer.WriteAsync(w => UseUpAsync(w, accountId, kept, left));
    }

    /// <summary>Seals what an earlier version kept as it was.</summary>
    /// <returns>How many were sealed now, and how many this site cannot open: their owners have their recovery codes only.</returns>
    public async Task<(int Newly, int Unreadable)> SealAllAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var kept = await db.UserTokens.AsNoTracking().Where(t => t.LoginProvider == Provider && t.Name == KeyName && t.Value != null).ToListAsync(cancellationToken);
        var plain = kept.Where(t => !FactorKeys.IsSealed(t.Value!)).ToList();
        foreach (var token in plain)
        {
            var value = keys.Seal(token.UserId, token.Value!);
            await writer.WriteAsync(
                w => w.UserTokens.Where(t => t.UserId == token.UserId && t.LoginProvider == Provider && t.Name == KeyName && t.Value == token.Value).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, value)),
                cancellationToken);
        }

        return (plain.Count, kept.Count(t => keys.Open(t.UserId, t.Value!) is null));
    }

    private async Task<bool> UseUpAsync(KpiTrackerDbContext db, string accountId, string kept, string left)
    {
        if (await db.UserTokens.Where(t => t.UserId == accountId && t.Name == CodesName && t.Value == kept).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, left)) == 0)
        {
            return false;
        }

        // Nobody is signed in yet: it is the owner who signs in with it.
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId);
        await audit.AppendAsync(db, AccountEvents.Of(AuditAction.RecoveryCodeUsed, account, by: account) with { After = AuditDetails.Of(("left", RecoveryCodes.CountOf(left))) });
        return true;
    }

    private Task<bool> ChangeAsync(string accountId, AuditAction action, Func<KpiTrackerDbContext, Account, Task> change, bool endsSessions = true) => writer.WriteAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        await change(db, account);
        if (endsSessions)
        {
            account.SecurityStamp = Guid.NewGuid().ToString();
        }

        await audit.AppendAsync(db, AccountEvents.Of(action, account));
        return true;
    });

    private SecondFactorOffer OfferOf(string accountId, string userName, string key) =>
        new(key, TimeCode.AddressOf(key, userName), keys.SealOffer(accountId, key));

    private static string Digits(string? written) => (written ?? string.Empty).Replace(" ", "", StringComparison.Ordinal).Trim();

    private static Task<string?> ValueAsync(KpiTrackerDbContext db, string accountId, string name) =>
        db.UserTokens.Where(t => t.UserId == accountId && t.LoginProvider == Provider && t.Name == name).Select(t => t.Value).SingleOrDefaultAsync();

    private static async Task SetAsync(KpiTrackerDbContext db, string accountId, string name, string value)
    {
        await db.UserTokens.Where(t => t.UserId == accountId && t.LoginProvider == Provider && t.Name == name).ExecuteDeleteAsync();
        db.UserTokens.Add(new IdentityUserToken<string> { UserId = accountId, LoginProvider = Provider, Name = name, Value = value });
    }
}
