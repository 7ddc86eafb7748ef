using System.Text;

namespace KpiTracker.Documents.Gate;

/// <summary>Tells by its first bytes what a file is that cannot be a workbook, so that its sender gets a useful sentence.</summary>
internal static class FileSignature
{
    private const int TextProbe = 4096;

    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] WordDocument = Encoding.Unicode.GetBytes("WordDocument");
    private static readonly byte[] PowerPoint = Encoding.Unicode.GetBytes("PowerPoint Document");

    private static readonly (byte[] Start, UnreadableReason Reason)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], UnreadableReason.Pdf),
        ([0x4D, 0x5A], UnreadableReason.Program),
        ([0x7F, 0x45, 0x4C, 0x46], UnreadableReason.Program),
        ([0xCF, 0xFA, 0xED, 0xFE], UnreadableReason.Program),
        ([0x23, 0x21], UnreadableReason.Program),
        ([0xFF, 0xD8, 0xFF], UnreadableReason.Picture),
        ([0x89, 0x50, 0x4E, 0x47], UnreadableReason.Picture),
        ([0x47, 0x49, 0x46, 0x38], UnreadableReason.Picture),
        ([0x52, 0x61, 0x72, 0x21], UnreadableReason.OtherArchive),
        ([0x37, 0x7A, 0xBC, 0xAF], UnreadableReason.OtherArchive),
        ([0x1F, 0x8B], UnreadableReason.OtherArchive),
        ([0x7B, 0x5C, 0x72, 0x74, 0x66], UnreadableReason.OtherOfficeDocument),

        // Excel before 97 wrote its records bare.
        ([0x09, 0x08, 0x10, 0x00], UnreadableReason.OldExcel),
        ([0x09, 0x04, 0x06, 0x00], UnreadableReason.OldExcel),
        ([0x09, 0x02, 0x06, 0x00], UnreadableReason.OldExcel),
    ];

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> EmptyZip => [0x50, 0x4B, 0x05, 0x06];

    /// <summary>An old Office file (OLE2), of whatever program.</summary>
    internal static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <returns><c>null</c> for a zip, which a workbook is.</returns>
    public static UnreadableReason? ReasonAgainst(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return UnreadableReason.EmptyFile;
        }

        if (file.StartsWith(Zip))
        {
            return null;
        }

        if (file.StartsWith(EmptyZip))
        {
            return UnreadableReason.OtherArchive;
        }

        if (file.StartsWith(CompoundFile))
        {
            return CompoundKind(file);
        }

        foreach (var (start, reason) in Known)
        {
            if (file.StartsWith(start))
            {
                return reason;
            }
        }

        return TextKind(file[..Math.Min(file.Length, TextProbe)]);
    }

    private static UnreadableReason CompoundKind(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf(EncryptedPackage) >= 0)
        {
            return UnreadableReason.Encrypted;
        }

        return file.IndexOf(WordDocument) >= 0 || file.IndexOf(PowerPoint) >= 0
            ? UnreadableReason.OtherOfficeDocument
            : UnreadableReason.OldExcel;
    }

    private static UnreadableReason TextKind(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.Unicode.Preamble))
        {
            return start[2..].TrimStart((byte)0).StartsWith("<"u8) ? UnreadableReason.WebPage : UnreadableReason.PlainText;
        }

        var text = start.StartsWith(Encoding.UTF8.Preamble) ? start[3..] : start;
        if (text.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
        {
            return UnreadableReason.WebPage;
        }

        foreach (var b in text)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return UnreadableReason.NotAWorkbook;
            }
        }

        return UnreadableReason.PlainText;
    }
}
