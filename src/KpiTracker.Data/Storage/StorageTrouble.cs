using Microsoft.Data.Sqlite;

namespace KpiTracker.Data.Storage;

/// <summary>Tells a disk that is full, a folder that cannot be written and a database that somebody else holds from all other accidents: they pass, and nothing is lost by them.</summary>
public static class StorageTrouble
{
    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly HashSet<int> Sqlite = [5, 6, 8, 10, 13, 14];

    // EFBIG, ENOSPC, EROFS, EDQUOT; Windows: disk full, write-protected.
    private static readonly HashSet<int> Files = [27, 28, 30, 122, unchecked((int)0x80070070), unchecked((int)0x80070013)];

    /// <summary>Also when it is the reason of another accident.</summary>
    public static bool Is(Exception? accident) => accident switch
    {
        null => false,
        SqliteException sqlite when Sqlite.Contains(sqlite.SqliteErrorCode) => true,
        IOException file when Files.Contains(file.HResult) => true,
        _ => Is(accident.InnerException),
    };
}
