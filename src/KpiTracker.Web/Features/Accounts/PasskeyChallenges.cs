using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KpiTracker.Web.Features.Accounts;

/// <param name="Options">What the browser hands to the device, as JSON: a number by chance to be signed, and the site's name.</param>
/// <param name="Sealed">What must come back with the answer, as only this server can read it.</param>
public sealed record PasskeyQuestion(string Options, string Sealed);

/// <summary>
/// What a device was asked travels with the form and is kept nowhere; it is good for an hour, since sign-in pages stay open, and an answer to it is
/// taken once.
/// </summary>
internal sealed class PasskeyChallenges(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Longer answers are no answers of devices.</summary>
    public const int LongestAnswer = 32 * 1024;

    private static readonly TimeSpan Lifespan = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _states = protection.CreateProtector("KpiTracker.PasskeyChallenge").ToTimeLimitedDataProtector();
    private readonly Dictionary<string, DateTimeOffset> _answered = [];
    private readonly Lock _turn = new();

    /// <summary>Devices make keys for names, and browsers ask them on https or on this very machine only; the browser says whether the latter is so.</summary>
    public static bool CanBeAsked(HttpContext context) => context.Request.Host.Host is { Length: > 0 } host && !IPAddress.TryParse(host, out _);

    public string Seal(string state) => _states.Protect(state, Lifespan);

    /// <returns><c>null</c> when it is too old, or not of this site.</returns>
    public string? Open(string? written)
    {
        try
        {
            return written is { Length: > 0 } ? _states.Unprotect(written) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>Whether it is the first right answer.</returns>
    public bool TryAnswer(string state)
    {
        var now = time.GetUtcNow();
        lock (_turn)
        {
            foreach (var old in _answered.Where(a => a.Value <= now).Select(a => a.Key).ToList())
            {
                _answered.Remove(old);
            }

            return _answered.TryAdd(state, now + Lifespan);
        }
    }
}
