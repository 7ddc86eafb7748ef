using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>
/// The keys of authenticators as they lie in the database and travel in forms: sealed with the site's own keys, each for one account. Whoever has the
/// database or a backup alone can make no codes.
/// </summary>
internal sealed class FactorKeys(IDataProtectionProvider protection)
{
    /// <summary>No authenticator's key has a colon: what does not begin with this was kept by an earlier version, as it is.</summary>
    private const string Mark = "sealed:";

    private static readonly TimeSpan OfferLifespan = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _kept = protection.CreateProtector("KpiTracker.SecondFactorKey");
    private readonly ITimeLimitedDataProtector _offers = protection.CreateProtector("KpiTracker.SecondFactorOffer").ToTimeLimitedDataProtector();

    public static bool IsSealed(string kept) => kept.StartsWith(Mark, StringComparison.Ordinal);

    public string Seal(string accountId, string key) => Mark + _kept.Protect($"{accountId} {key}");

    /// <returns><c>null</c> when it was sealed with keys that this site has not, or for another account.</returns>
    public string? Open(string accountId, string kept) => IsSealed(kept) ? Read(accountId, () => _kept.Unprotect(kept[Mark.Length..])) : kept;

    /// <summary>Good for half an hour.</summary>
    public string SealOffer(string accountId, string key) => _offers.Protect($"{accountId} {key}", OfferLifespan);

    /// <returns><c>null</c> when it is too old, or somebody else's.</returns>
    public string? OpenOffer(string accountId, string? written) => written is { Length: > 0 } ? Read(accountId, () => _offers.Unprotect(written)) : null;

    private static string? Read(string accountId, Func<string> open)
    {
        try
        {
            return open().Split(' ') is [var owner, var key] && owner == accountId ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
