using System.Security.Cryptography;
using System.Text;
using KpiTracker.Data.Accounts;

namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>
/// Ten codes for the day the telephone is lost; each is good once. They are shown once and kept as salted hashes that are slow to reckon:
/// <c>salt:hash,hash,…</c>, in base 64.
/// </summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int Rounds = 100_000;

    public static (IReadOnlyList<string> Codes, string Kept) Make()
    {
        List<string> codes = [.. Enumerable.Range(0, Count).Select(_ => PasswordRule.Generate())];
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return (codes, $"{Convert.ToBase64String(salt)}:{string.Join(',', codes.Select(code => HashOf(code, salt)))}");
    }

    /// <summary>A tenth of a second of work for each call.</summary>
    /// <returns>What is kept after the code has been used; <c>null</c> when it is none of them.</returns>
    public static string? Without(string kept, string written)
    {
        var (salt, hashes) = Split(kept);
        var hash = HashOf(Normal(written), Convert.FromBase64String(salt));
        return hashes.Contains(hash) ? $"{salt}:{string.Join(',', hashes.Where(h => h != hash))}" : null;
    }

    public static int CountOf(string kept) => Split(kept).Hashes.Length;

    /// <summary>Whether it can be one at all; anything else costs nothing.</summary>
    public static bool IsShaped(string written) => Letters(written).Length == 16;

    private static (string Salt, string[] Hashes) Split(string kept) =>
        kept.Split(':') is [var salt, var hashes] ? (salt, hashes.Split(',', StringSplitOptions.RemoveEmptyEntries)) : throw new FormatException("Recovery codes are kept in another form.");

    private static string Letters(string written) => new([.. written.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static string Normal(string written) => string.Join('-', Letters(written).Chunk(4).Select(group => new string(group)));

    private static string HashOf(string code, byte[] salt) =>
        Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, Rounds, HashAlgorithmName.SHA256, HashBytes));
}
