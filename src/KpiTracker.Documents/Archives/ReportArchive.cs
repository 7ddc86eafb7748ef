using System.Diagnostics.CodeAnalysis;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Archives;

/// <summary>What an entry of a zip is, by its name; what is in it is not looked at.</summary>
public enum ArchiveEntryKind
{
    Workbook,

    Folder,

    /// <summary>What an operating system leaves beside files: <c>__MACOSX</c>, <c>Thumbs.db</c>.</summary>
    SystemFile,

    /// <summary>What Excel leaves while a workbook is open: <c>~$</c> before its name.</summary>
    Unfinished,

    /// <summary>A zip in the zip, or another archive: never opened.</summary>
    Archive,

    /// <summary>Not a workbook: a Word file, a picture.</summary>
    Other,

    /// <summary>A workbook of more than <see cref="GateLimits.FileBytes"/>.</summary>
    TooLarge,
}

/// <param name="Path">As it stands in the zip: a key for unpacking. Nothing is ever written under it.</param>
/// <param name="Name">Its last part, to be shown.</param>
public sealed record ArchiveEntry(string Path, string Name, ArchiveEntryKind Kind);

/// <summary>How the opening of a zip ended.</summary>
public abstract record ArchiveReading
{
    private ArchiveReading()
    {
    }

    public sealed record Opened(ReportArchive Archive) : ArchiveReading;

    /// <summary>No zip of files but a workbook itself, under the name of a zip.</summary>
    public sealed record Workbook : ArchiveReading;

    public sealed record Refused(UnreadableReason Reason) : ArchiveReading;
}

/// <summary>A zip of reports. Its directory is held against the file before anything is unpacked; each entry is unpacked on its own, within limits.</summary>
public sealed class ReportArchive
{
    private const string WorkbookMark = "[Content_Types].xml";

    private static readonly string[] WorkbookEndings = [".xlsx", ".xls", ".xlsm"];
    private static readonly string[] ArchiveEndings = [".zip", ".rar", ".7z", ".gz", ".tar"];
    private static readonly string[] SystemNames = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly byte[] _file;
    private readonly Dictionary<string, ZipPart> _parts;

    private ReportArchive(byte[] file, Dictionary<string, ZipPart> parts)
    {
        (_file, _parts) = (file, parts);
        Entries = [.. parts.Values.OrderBy(p => p.Start).Select(p => new ArchiveEntry(p.Name, p.Name.TrimEnd('/').Split('/')[^1].Normalize(), KindOf(p)))];
    }

    /// <summary>In the order in which they lie in the file.</summary>
    public IReadOnlyList<ArchiveEntry> Entries { get; }

    /// <param name="upload">From its present position; not closed. Of more than <see cref="ArchiveLimits.FileBytes"/> nothing is read.</param>
    public static ArchiveReading Open(Stream upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (upload.Length - upload.Position > ArchiveLimits.FileBytes)
        {
            return new ArchiveReading.Refused(UnreadableReason.TooLarge);
        }

        var file = new byte[upload.Length - upload.Position];
        upload.ReadExactly(file);
        if (FileSignature.ReasonAgainst(file) is { } reason)
        {
            return new ArchiveReading.Refused(reason);
        }

        try
        {
            var parts = ZipDirectory.Read(file, ArchiveLimits.Zip);
            return parts.ContainsKey(WorkbookMark) ? new ArchiveReading.Workbook() : new ArchiveReading.Opened(new ReportArchive(file, parts));
        }
        catch (GateRefusal refusal)
        {
            return new ArchiveReading.Refused(refusal.Reason);
        }
    }

    /// <summary>Unpacks one workbook whole.</summary>
    /// <param name="entry">Of kind <see cref="ArchiveEntryKind.Workbook"/>.</param>
    /// <param name="reason">Why it cannot be; it says more than the directory, or something else.</param>
    public bool TryUnpack(ArchiveEntry entry, [NotNullWhen(true)] out byte[]? content, [NotNullWhen(false)] out UnreadableReason? reason)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var part = _parts[entry.Path];
        (content, reason) = (null, null);
        try
        {
            using var unpacked = new PartStream(_file, part, ReadingClock.Start(), isMarkup: false);
            using var copy = new MemoryStream(Math.Min(part.Unpacked, GateLimits.FileBytes));
            unpacked.CopyTo(copy);
            content = copy.ToArray();
            return true;
        }
        catch (GateRefusal refusal)
        {
            reason = refusal.Reason;
        }
        catch (InvalidDataException)
        {
            reason = UnreadableReason.Damaged;
        }

        return false;
    }

    private static ArchiveEntryKind KindOf(ZipPart part)
    {
        var name = part.Name.Split('/')[^1];
        return part.Name.EndsWith('/') && part.Unpacked == 0 && !IsOfTheSystem(part.Name) ? ArchiveEntryKind.Folder
            : IsOfTheSystem(part.Name) ? ArchiveEntryKind.SystemFile
            : name.StartsWith("~$", StringComparison.Ordinal) ? ArchiveEntryKind.Unfinished
            : EndsInOneOf(name, ArchiveEndings) ? ArchiveEntryKind.Archive
            : !EndsInOneOf(name, WorkbookEndings) ? ArchiveEntryKind.Other
            : part.Unpacked > GateLimits.FileBytes ? ArchiveEntryKind.TooLarge
            : ArchiveEntryKind.Workbook;
    }

    private static bool IsOfTheSystem(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase)
        || SystemNames.Contains(path.Split('/')[^1], StringComparer.OrdinalIgnoreCase)
        || path.Split('/')[^1].StartsWith("._", StringComparison.Ordinal);

    private static bool EndsInOneOf(string name, string[] endings) => endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
