using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiTracker.Data.Record;

/// <summary>
/// How the lines of the record hang together. A line's hash is SHA-256 over its columns in the order of the table, each as the text that the database
/// holds: a byte 1, the length of its UTF-8 in four bytes, highest first, and the UTF-8 itself; or a byte 0 for nothing. The hash of the line before is
/// the last of them, so that a line cannot be changed, left out or put in between without all later ones changing too.
/// </summary>
public static class AuditChain
{
    /// <summary>What the first line has in the place of a line before.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <returns>Hexadecimal, lower case.</returns>
    public static string HashOf(AuditEntry entry) => HashOf(
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        entry.AccountId,
        entry.Name,
        entry.Role?.ToString(),
        entry.Address,
        entry.Action.ToString(),
        entry.Subject,
        entry.UnitId?.ToString(CultureInfo.InvariantCulture),
        entry.Before,
        entry.After,
        entry.PreviousHash,
    ]);

    /// <param name="columns">From the sequence to the hash of the line before, as the database holds them.</param>
    internal static string HashOf(IEnumerable<string?> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[5];
        foreach (var column in columns)
        {
            if (column is null)
            {
                hash.AppendData([0]);
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(column);
            head[0] = 1;
            BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
            hash.AppendData(head);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
