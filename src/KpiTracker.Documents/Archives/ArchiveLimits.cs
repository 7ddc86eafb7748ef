using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Archives;

/// <summary>What a zip of reports may be at most.</summary>
public static class ArchiveLimits
{
    /// <summary>Of the zip as sent. It is held in memory while it is unpacked; 300 workbooks of 200 KiB are below it.</summary>
    public const int FileBytes = 64 * 1024 * 1024;

    /// <summary>All files unpacked: as much as may be sent loose.</summary>
    public const long UnpackedBytes = 200L * 1024 * 1024;

    /// <summary>300 workbooks, the twin that a Mac adds to each, and the folders around them.</summary>
    public const int Entries = 1000;

    internal static readonly ZipLimits Zip = new(Entries, UnpackedBytes, IsPackage: false);
}
