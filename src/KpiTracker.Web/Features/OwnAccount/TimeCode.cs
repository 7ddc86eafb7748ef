using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>The six digits that an authenticator shows, a new number every thirty seconds (RFC 6238, with HMAC-SHA-1, as all of them reckon).</summary>
internal static class TimeCode
{
    public const int Digits = 6;

    private const int KeyBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>Steps before and after the present one: telephones' clocks are off by some seconds, and people type slowly.</summary>
    private const int Tolerance = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 bits by chance, in base 32: 32 letters and digits.</summary>
    public static string NewKey() => string.Concat(RandomNumberGenerator.GetItems<char>(Alphabet, KeyBytes * 8 / 5));

    /// <summary>What the telephone's camera is shown.</summary>
    public static string AddressOf(string key, string userName) =>
        $"otpauth://totp/KpiTracker:{Uri.EscapeDataString(userName)}?secret={key}&issuer=KpiTracker&digits={Digits}&period={StepSeconds}";

    /// <returns>The number of the thirty-second step whose code was written; <c>null</c> when it is the code of none around <paramref name="now"/>.</returns>
    public static long? StepOf(string key, string written, DateTimeOffset now)
    {
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        var code = Encoding.ASCII.GetBytes(written);
        long? match = null;
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
        {
            // Every step is reckoned and compared to the end: the time taken tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), code))
            {
                match = step;
            }
        }

        return match;
    }

    internal static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What authenticators reckon with; in HMAC, SHA-1 is not weak.
        var hash = HMACSHA1.HashData(BytesOf(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] BytesOf(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
            }
        }

        return bytes;
    }
}
