using System.Security.Cryptography;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.OwnAccount;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>The second step of a sign-in: a code of the account's second factor, within minutes of the right password. Guessing waits as with passwords.</summary>
internal sealed class CodeCheck(
    UserManager<Account> accounts, SecondFactors factors, SignInWaits waits, HashingTurns turns, IHttpContextAccessor requests, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifespan = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _pending = protection.CreateProtector("KpiTracker.SignInCode").ToTimeLimitedDataProtector();

    /// <summary>Good until the account changes.</summary>
    public string PendingOf(Account account) => _pending.Protect($"{account.Id} {account.SecurityStamp}", Lifespan);

    /// <returns>The account, with <see cref="SignInOutcome.SignedIn"/> or <see cref="SignInOutcome.WrongCode"/>; else <c>null</c> and why not.</returns>
    public async Task<(Account? Account, SignInOutcome Outcome)> TryAsync(string? pending, string? code)
    {
        if (await FindAsync(pending) is not { } account)
        {
            return (null, new SignInOutcome.Wrong(null));
        }

        var (name, address) = ("code " + account.Id, ClientAddress.Of(requests.HttpContext!));
        if (waits.Begin(name, address) is { } wait)
        {
            return (null, new SignInOutcome.Waiting(wait));
        }

        // A recovery code costs as much work as a password.
        if (await turns.RunAsync(address, async () => new Answer(await factors.AcceptAsync(account.Id, code))) is not { } answer)
        {
            waits.TakeBack(name, address);
            return (null, new SignInOutcome.Busy());
        }

        if (!answer.IsRight)
        {
            await waits.KeepAsync(name, address);
            return (account, new SignInOutcome.WrongCode(pending!));
        }

        await waits.ForgetAsync(name, address);
        return (account, new SignInOutcome.SignedIn());
    }

    private async Task<Account?> FindAsync(string? pending)
    {
        try
        {
            return pending is { Length: > 0 } && _pending.Unprotect(pending).Split(' ') is [var id, var stamp]
                && await accounts.FindByIdAsync(id) is { IsShut: false, TwoFactorEnabled: true } account && account.SecurityStamp == stamp
                ? account
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Answer(bool IsRight);
}
