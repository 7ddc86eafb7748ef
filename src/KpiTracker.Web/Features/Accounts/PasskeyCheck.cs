using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Signing in with a passkey: the device names the account and proves that its owner opened it, which counts as two factors.</summary>
internal sealed class PasskeyCheck(
    IPasskeyHandler<Account> handler, PasskeyChallenges challenges, Officers officers, IDbContextFactory<KpiTrackerDbContext> dbFactory, IHttpContextAccessor requests)
{
    private HttpContext Context => requests.HttpContext ?? throw new InvalidOperationException("People sign in by requests.");

    /// <summary>A question that any device with a key for this site can answer.</summary>
    /// <returns><c>null</c> where none could: nobody has added a passkey yet, or the site is asked for by a number.</returns>
    public async Task<PasskeyQuestion?> AskAsync()
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        if (!PasskeyChallenges.CanBeAsked(Context) || !await db.Passkeys.AnyAsync())
        {
            return null;
        }

        var asked = await handler.MakeRequestOptionsAsync(null, Context);
        return new PasskeyQuestion(asked.RequestOptionsJson, challenges.Seal(asked.AssertionState!));
    }

    /// <summary>Whether the password alone is not enough, since the role asks for two factors and the passkey is the only other one.</summary>
    public async Task<bool> IsOwedAsync(Account account)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return await db.RequiredSecondFactors.AnyAsync(r => r.Role == account.Role) && await db.Passkeys.AnyAsync(p => p.AccountId == account.Id);
    }

    /// <param name="written">What <see cref="PasskeyQuestion.Sealed"/> was.</param>
    /// <param name="answer">The device's, as JSON.</param>
    /// <returns>The account and the key with its new count, with <see cref="SignInOutcome.SignedIn"/>; else <c>null</c> and why not.</returns>
    public async Task<(Account? Account, UserPasskeyInfo? Key, SignInOutcome Outcome)> TryAsync(string? written, string? answer)
    {
        if (challenges.Open(written) is not { } state)
        {
            return (null, null, new SignInOutcome.PasskeyTooLate());
        }

        if (answer is not { Length: > 0 and <= PasskeyChallenges.LongestAnswer })
        {
            return (null, null, new SignInOutcome.WrongPasskey(null));
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = answer, AssertionState = state });
        return !result.Succeeded ? (null, null, new SignInOutcome.WrongPasskey(null))
            : await officers.FindAsync(result.User.Id) is null || !challenges.TryAnswer(state) ? (null, null, new SignInOutcome.WrongPasskey(result.User.Id))
            : (result.User, result.Passkey, new SignInOutcome.SignedIn());
    }
}
