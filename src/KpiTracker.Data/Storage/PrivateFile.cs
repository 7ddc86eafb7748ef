namespace KpiTracker.Data.Storage;

/// <summary>Files that nobody but the account of the program reads, whatever the machine's usual mode for new files is: mode 0600, where the system has modes.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileOptions options = FileOptions.None)
    {
        var made = new FileStreamOptions { Mode = mode, Access = access, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            made.UnixCreateMode = OwnerOnly;
        }

        return made;
    }

    /// <summary>Makes the file, empty, when there is none; one that another program made is closed to others. SQLite gives the files beside a database its mode.</summary>
    public static void Ensure(string path)
    {
        try
        {
            // One that is there is not opened: closing it would drop the locks that SQLite holds on it in this process.
            if (!File.Exists(path))
            {
                new FileStream(path, Options(FileMode.CreateNew, FileAccess.Write)).Dispose();
            }

            Close(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No room, no right, no file: whoever opens it next says so.
        }
    }

    /// <summary>Closes a file to others, where it is there.</summary>
    public static void Close(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's file, or a disk without modes: it can be written all the same, and the folder is closed to others.
        }
    }
}
