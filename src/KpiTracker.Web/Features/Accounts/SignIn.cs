using KpiTracker.Data.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Signs someone in: by name and password, and a code where the account has a second factor, or by a passkey alone. It tells nobody whether a name exists:
/// neither in words nor in time.
/// </summary>
internal sealed class SignIn(PasswordCheck passwords, CodeCheck codes, PasskeyCheck passkeys, Admission admission)
{
    public async Task<SignInOutcome> TryAsync(string? name, string? password)
    {
        var (account, outcome) = await passwords.TryAsync(name, password);
        if (outcome is SignInOutcome.Wrong wrong)
        {
            await admission.RefuseAsync(wrong.AccountId);
        }

        return account is null ? outcome
            : account.TwoFactorEnabled ? new SignInOutcome.CodeNeeded(codes.PendingOf(account))
            : await passkeys.IsOwedAsync(account) ? new SignInOutcome.PasskeyNeeded()
            : await LetInAsync(account);
    }

    /// <param name="pending">What <see cref="SignInOutcome.CodeNeeded"/> bore.</param>
    public async Task<SignInOutcome> TryCodeAsync(string? pending, string? code)
    {
        var (account, outcome) = await codes.TryAsync(pending, code);
        if (account is not null && outcome is SignInOutcome.WrongCode)
        {
            await admission.RefuseAsync(account.Id);
        }

        return outcome is SignInOutcome.SignedIn ? await LetInAsync(account!) : outcome;
    }

    /// <param name="written">What came with the question that <see cref="PasskeyCheck.AskAsync"/> put.</param>
    /// <param name="answer">The device's, as JSON.</param>
    public async Task<SignInOutcome> TryPasskeyAsync(string? written, string? answer)
    {
        var (account, key, outcome) = await passkeys.TryAsync(written, answer);
        if (outcome is SignInOutcome.WrongPasskey wrong)
        {
            await admission.RefuseAsync(wrong.AccountId);
        }
        else if (account is not null && key is not null)
        {
            await admission.LetInAsync(account, key);
        }

        return outcome;
    }

    private async Task<SignInOutcome> LetInAsync(Account account)
    {
        await admission.LetInAsync(account);
        return new SignInOutcome.SignedIn();
    }
}

/// <summary>
/// Checks a name and a password with the same work whatever the name: one hash for each try that is made at all, none for one that has to wait.
/// </summary>
internal sealed class PasswordCheck(
    UserManager<Account> accounts, Officers officers, IPasswordHasher<Account> hasher, SignInWaits waits, HashingTurns turns, IHttpContextAccessor requests)
{
    private static readonly Account Nobody = new() { DisplayName = string.Empty };
    private static string? _hashOfNobody;

    private string Address => ClientAddress.Of(requests.HttpContext ?? throw new InvalidOperationException("People sign in by requests."));

    /// <returns>The account whose name and password they are, with <see cref="SignInOutcome.SignedIn"/>; else <c>null</c> and why not.</returns>
    public async Task<(Account? Account, SignInOutcome Outcome)> TryAsync(string? name, string? password)
    {
        var (written, address) = (name?.Trim() ?? string.Empty, Address);
        if (waits.Begin(written, address) is { } wait)
        {
            return (null, new SignInOutcome.Waiting(wait));
        }

        if (await turns.RunAsync(address, () => CheckAsync(written, password ?? string.Empty)) is not { } check)
        {
            waits.TakeBack(written, address);
            return (null, new SignInOutcome.Busy());
        }

        if (check.Account is null)
        {
            await waits.KeepAsync(written, address);
            return (null, new SignInOutcome.Wrong(check.KnownId));
        }

        await waits.ForgetAsync(written, address);
        return (check.Account, new SignInOutcome.SignedIn());
    }

    private async Task<Check> CheckAsync(string name, string password)
    {
        var account = name.Length == 0 ? null : await accounts.FindByNameAsync(name);
        _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        // Nobody, and somebody who has not followed the invitation yet, take as long as everyone else.
        var result = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _hashOfNobody, password);
        if (account?.PasswordHash is null || result == PasswordVerificationResult.Failed || await officers.FindAsync(account.Id) is null)
        {
            return new Check(null, account?.Id);
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            await accounts.UpdateAsync(account);
        }

        return new Check(account, account.Id);
    }

    private sealed record Check(Account? Account, string? KnownId);
}
