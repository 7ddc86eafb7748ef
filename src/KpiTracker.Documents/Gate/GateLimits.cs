namespace KpiTracker.Documents.Gate;

/// <summary>What an uploaded workbook may be at most. A national table (3.321 wards × 40 columns) fits; a bomb does not.</summary>
public static class GateLimits
{
    /// <summary>Size of the file as sent.</summary>
    public const int FileBytes = 20 * 1024 * 1024;

    /// <summary>The time one file may take to be read, so that with all around it an answer is there within five seconds.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(3.5);

    internal const int Entries = 500;
    internal const int NameLength = 260;

    /// <summary>All parts unpacked.</summary>
    internal const long UnpackedBytes = 64 * 1024 * 1024;

    /// <summary>Unpacked to packed, for parts above <see cref="RatioFrom"/>.</summary>
    internal const int Ratio = 250;
    internal const int RatioFrom = 1024 * 1024;

    /// <summary>Bytes without an opening bracket: the longest text a cell can hold, written in entities, is below it.</summary>
    internal const int BytesBetweenTags = 512 * 1024;

    internal const int Depth = 40;
    internal const int Nodes = 8_000_000;
    internal const int Sheets = 100;
    internal const int Styles = 65_000;
    internal const int SharedStrings = 1_000_000;
    internal const int Cells = 500_000;
    internal const int Merges = 50_000;
    internal const int DefinedNames = 5_000;
    internal const int Characters = 24 * 1024 * 1024;
    internal const int CellCharacters = 32_767;

    /// <summary>Rows under one head; 3.321 wards with their groups and blank rows stay far below.</summary>
    internal const int TableRows = 20_000;
    internal const int Rows = 1_048_576;
    internal const int Columns = 16_384;

    /// <summary>Files read at the same time, and files that may wait for their turn.</summary>
    internal const int AtOnce = 2;
    internal const int Waiting = 64;
}
