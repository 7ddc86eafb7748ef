using System.Security.Cryptography;

namespace KpiTracker.Data.Storage;

internal static class HashedCopy
{
    /// <summary>Copies to the end, and says what went through.</summary>
    /// <param name="limit">Bytes; the copying ends with the piece that goes beyond it.</param>
    /// <returns>The hash in hexadecimal, lower case; the size in bytes.</returns>
    public static async Task<(string Sha256, long Size)> RunAsync(Stream source, Stream target, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        int read;
        while (size <= limit && (read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            size += read;
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}
