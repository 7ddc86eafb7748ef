using KpiTracker.Data.Accounts;
using KpiTracker.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Signs someone in by name and password, telling nobody whether a name exists: neither in words nor in time.</summary>
internal sealed class SignIn(SignInManager<Account> signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher, DatabaseWriter writer, TimeProvider time)
{
    private static readonly Account Nobody = new() { DisplayName = string.Empty };
    private static string? _hashOfNobody;

    /// <returns>Whether the person is signed in now. Wrong name, wrong password and locked account are one answer.</returns>
    public async Task<bool> TryAsync(string? name, string? password)
    {
        var account = string.IsNullOrWhiteSpace(name) ? null : await accounts.FindByNameAsync(name.Trim());
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            // As much work as for a known name, or the time would tell them apart.
            hasher.VerifyHashedPassword(Nobody, _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password ?? string.Empty);
            return false;
        }

        var result = await signIn.PasswordSignInAsync(account, password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            var now = time.GetUtcNow();
            await writer.WriteAsync(db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInAt, now)));
        }

        return result.Succeeded;
    }
}
