using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Lets in whoever has proven who they are, and refuses on the record whoever has not.</summary>
internal sealed class Admission(SignInManager<Account> signIn, DatabaseWriter writer, AuditTrail audit, TimeProvider time)
{
    public async Task LetInAsync(Account account)
    {
        await signIn.SignInAsync(account, isPersistent: false);
        await RecordAsync(account, AccountEvents.Of(AuditAction.SignedIn, account, by: account), (_, _) => Task.CompletedTask);
    }

    /// <param name="key">The passkey that was used, with its new count.</param>
    public async Task LetInAsync(Account account, UserPasskeyInfo key)
    {
        await signIn.SignInAsync(account, isPersistent: false);
        var signedIn = AccountEvents.Of(AuditAction.SignedIn, account, by: account) with { After = AuditDetails.Of(("userName", account.UserName), ("passkey", key.Name)) };
        await RecordAsync(account, signedIn, (db, now) => db.Passkeys.Where(p => p.CredentialId == key.CredentialId).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.SignCount, (long)key.SignCount)
            .SetProperty(p => p.IsBackedUp, key.IsBackedUp)
            .SetProperty(p => p.LastUsedAt, now)));
    }

    /// <param name="account">An unknown name is recorded without the name, not even hashed: people type their password there by mistake.</param>
    public Task RefuseAsync(string? account) => audit.RecordAsync(new AuditEvent(AuditAction.SignInFailed, AuditEvent.Of("account", account ?? "unknown")));

    private Task<bool> RecordAsync(Account account, AuditEvent signedIn, Func<KpiTrackerDbContext, DateTimeOffset, Task> along)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(async db =>
        {
            await db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInAt, now));
            await along(db, now);
            await audit.AppendAsync(db, signedIn);
            return true;
        });
    }
}
