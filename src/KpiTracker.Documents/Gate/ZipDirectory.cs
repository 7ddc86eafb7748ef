using System.Buffers.Binary;

namespace KpiTracker.Documents.Gate;

/// <summary>One part of the package, not yet unpacked.</summary>
/// <param name="Start">Where its packed bytes begin in the file.</param>
internal sealed record ZipPart(string Name, int Start, int Packed, int Unpacked, uint Crc, bool IsStored);

/// <summary>What a zip may hold at most.</summary>
/// <param name="Entries">Folders among them.</param>
/// <param name="UnpackedBytes">Of all entries together.</param>
/// <param name="IsPackage">Names are parts of a workbook; else they are files of people, shown and never written.</param>
internal sealed record ZipLimits(int Entries, long UnpackedBytes, bool IsPackage)
{
    public static ZipLimits OfAWorkbook { get; } = new(GateLimits.Entries, GateLimits.UnpackedBytes, IsPackage: true);
}

/// <summary>A zip's list of parts, checked against the file before anything is unpacked.</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint End64LocatorSignature = 0x07064B50;
    private const uint End64Signature = 0x06064B50;
    private const uint EntrySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const ushort SizesExtra = 1;

    /// <exception cref="GateRefusal">The directory is missing, contradicts the file, or is over a limit.</exception>
    public static Dictionary<string, ZipPart> Read(ReadOnlySpan<byte> file, ZipLimits? given = null)
    {
        var limits = given ?? ZipLimits.OfAWorkbook;
        var (count, offset, end) = FindDirectory(file);
        if (count > limits.Entries)
        {
            throw new GateRefusal(UnreadableReason.TooComplex);
        }

        var parts = new Dictionary<string, ZipPart>(StringComparer.OrdinalIgnoreCase);
        var extents = new List<(int From, int To)>();
        long unpacked = 0, packed = 0;
        for (var i = 0; i < count; i++)
        {
            var (part, from, next) = ReadEntry(file, offset, end, limits);
            offset = next;
            if (!parts.TryAdd(part.Name, part))
            {
                throw new GateRefusal(UnreadableReason.Damaged);
            }

            extents.Add((from, part.Start + part.Packed));
            unpacked += part.Unpacked;
            packed += part.Packed;
            RefuseBomb(part, unpacked, limits);
        }

        if (packed > file.Length || Overlap(extents))
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        return parts;
    }

    private static void RefuseBomb(ZipPart part, long unpackedSoFar, ZipLimits limits)
    {
        if (unpackedSoFar > limits.UnpackedBytes
            || (part.Unpacked > GateLimits.RatioFrom && part.Unpacked > (long)part.Packed * GateLimits.Ratio))
        {
            throw new GateRefusal(UnreadableReason.UnpacksTooLarge);
        }
    }

    private static bool Overlap(List<(int From, int To)> extents)
    {
        extents.Sort();
        for (var i = 1; i < extents.Count; i++)
        {
            if (extents[i].From < extents[i - 1].To)
            {
                return true;
            }
        }

        return false;
    }

    private static (long Count, int Offset, int End) FindDirectory(ReadOnlySpan<byte> file)
    {
        var lowest = Math.Max(0, file.Length - EndLength - ushort.MaxValue);
        for (var at = file.Length - EndLength; at >= lowest; at--)
        {
            if (U32(file, at) != EndSignature || at + EndLength + U16(file, at + 20) > file.Length)
            {
                continue;
            }

            long count = U16(file, at + 10), size = U32(file, at + 12), offset = U32(file, at + 16);
            if (count == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue)
            {
                (count, size, offset) = ReadEnd64(file, at);
            }

            return offset >= 0 && size >= 0 && offset <= at && offset + size <= at
                ? (count, (int)offset, at)
                : throw new GateRefusal(UnreadableReason.Damaged);
        }

        throw new GateRefusal(UnreadableReason.Truncated);
    }

    private static (long Count, long Size, long Offset) ReadEnd64(ReadOnlySpan<byte> file, int end)
    {
        var locator = end - LocatorLength;
        if (locator < 0 || U32(file, locator) != End64LocatorSignature)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        var at = (long)BinaryPrimitives.ReadUInt64LittleEndian(file[(locator + 8)..]);
        if (at < 0 || at > locator - End64Length || U32(file, (int)at) != End64Signature)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        var record = file[(int)at..];
        return (Long(record, 32), Long(record, 40), Long(record, 48));
    }

    private static (ZipPart Part, int From, int Next) ReadEntry(ReadOnlySpan<byte> file, int at, int end, ZipLimits limits)
    {
        if (at + EntryLength > end || U32(file, at) != EntrySignature)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        int nameLength = U16(file, at + 28), extraLength = U16(file, at + 30), commentLength = U16(file, at + 32);
        var next = at + EntryLength + nameLength + extraLength + commentLength;
        if (next > end || nameLength == 0 || nameLength > GateLimits.NameLength)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        if ((U16(file, at + 8) & 1) != 0)
        {
            throw new GateRefusal(UnreadableReason.Encrypted);
        }

        var method = U16(file, at + 10);
        var (unpacked, packed, local) = Sizes(file, at, file.Slice(at + EntryLength + nameLength, extraLength));
        var name = file.Slice(at + EntryLength, nameLength);
        var start = DataStart(file, local, name);
        if (method is not (0 or 8) || start + packed > end || (method == 0 && packed != unpacked))
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        if (unpacked > limits.UnpackedBytes)
        {
            throw new GateRefusal(UnreadableReason.UnpacksTooLarge);
        }

        return (new ZipPart(CleanName(name, limits), (int)start, (int)packed, (int)unpacked, U32(file, at + 16), method == 0), (int)local, next);
    }

    private static (long Unpacked, long Packed, long Local) Sizes(ReadOnlySpan<byte> file, int at, ReadOnlySpan<byte> extra)
    {
        long packed = U32(file, at + 20), unpacked = U32(file, at + 24), local = U32(file, at + 42);
        while (extra.Length >= 4)
        {
            int id = U16(extra, 0), length = U16(extra, 2);
            if (length + 4 > extra.Length)
            {
                break;
            }

            if (id == SizesExtra)
            {
                // Only the fields that overflow their 32 bits stand here, in this order.
                var field = extra.Slice(4, length);
                unpacked = Wide(unpacked, ref field);
                packed = Wide(packed, ref field);
                local = Wide(local, ref field);
            }

            extra = extra[(length + 4)..];
        }

        return unpacked >= 0 && packed >= 0 && local >= 0 && local < file.Length
            ? (unpacked, packed, local)
            : throw new GateRefusal(UnreadableReason.Damaged);
    }

    private static long Wide(long narrow, ref ReadOnlySpan<byte> field)
    {
        if (narrow != uint.MaxValue || field.Length < 8)
        {
            return narrow;
        }

        var wide = Long(field, 0);
        field = field[8..];
        return wide;
    }

    private static long DataStart(ReadOnlySpan<byte> file, long local, ReadOnlySpan<byte> name)
    {
        var at = (int)local;
        if (local > file.Length - LocalLength || U32(file, at) != LocalSignature)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        int nameLength = U16(file, at + 26), start = at + LocalLength + nameLength + U16(file, at + 28);
        return start <= file.Length && file.Slice(at + LocalLength, Math.Min(nameLength, file.Length - at - LocalLength)).SequenceEqual(name)
            ? start
            : throw new GateRefusal(UnreadableReason.Damaged);
    }

    private static string CleanName(ReadOnlySpan<byte> bytes, ZipLimits limits)
    {
        var name = ZipNames.Text(bytes).Replace('\\', '/').TrimStart('/');
        return name.Length == 0 || (limits.IsPackage && name.Contains(':', StringComparison.Ordinal)) || name.Any(char.IsControl) || name.Split('/').Contains("..")
            ? throw new GateRefusal(UnreadableReason.Damaged)
            : name;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
