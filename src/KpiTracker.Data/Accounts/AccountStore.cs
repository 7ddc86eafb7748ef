using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Accounts;

/// <summary>
/// Where Identity looks accounts up, with passkeys in a table of our own: Identity's newer schema would rebuild the table of accounts, and has no place
/// for when a key was last used. Passkeys are only read here; they are added and removed with their lines of the record.
/// </summary>
internal sealed class AccountStore(KpiTrackerDbContext db)
    : UserOnlyStore<Account, KpiTrackerDbContext, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, IdentityUserPasskey<string>>(db)
{
    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == credentialId, cancellationToken) is { } passkey
            ? await FindByIdAsync(passkey.AccountId, cancellationToken)
            : null;

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } passkey
            ? InfoOf(passkey)
            : null;

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(InfoOf)];

    private static UserPasskeyInfo InfoOf(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        passkey.AddedAt,
        (uint)passkey.SignCount,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        attestationObject: [],
        clientDataJson: [])
    {
        Name = passkey.Name,
    };
}
