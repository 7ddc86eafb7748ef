namespace KpiTracker.Data.Storage;

/// <summary>
/// Says that a data folder is in use, as long as it is not disposed of or the program ends, however it ends: sites hold it together,
/// what changes the folder under them holds it alone.
/// </summary>
public sealed class FolderHold : IDisposable
{
    private const string FileName = "in-use.lock";

    private readonly FileStream _file;

    private FolderHold(FileStream file) => _file = file;

    /// <summary>For a site that serves from the folder.</summary>
    /// <returns><c>null</c> when the folder cannot be written, or is held alone: the site starts all the same and says itself what is wrong.</returns>
    public static FolderHold? Share(DataDirectory directory) => Open(directory, FileAccess.Read, FileShare.Read);

    /// <returns><c>null</c> while a site serves from the folder.</returns>
    public static FolderHold? Alone(DataDirectory directory) => Open(directory, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => _file.Dispose();

    private static FolderHold? Open(DataDirectory directory, FileAccess access, FileShare share)
    {
        try
        {
            return new FolderHold(new FileStream(Path.Combine(directory.Root, FileName), FileMode.OpenOrCreate, access, share));
        }
        catch (Exception accident) when (accident is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
