using System.Security.Cryptography;
using KpiTracker.Data.Storage;

namespace KpiTracker.Data.Submissions;

/// <param name="Name">Random; nothing of it comes from the sender.</param>
/// <param name="Sha256">Of the bytes, hexadecimal, lower case.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Name, string Sha256, long Size);

/// <summary>
/// The files of the data folder: uploads as drafts, then as the kept workbooks of accepted reports. A file bears its name only once it is whole
/// and on the disk, and a row refers to it only after that; what no row refers to is a leftover.
/// </summary>
public sealed class WorkbookFiles(DataDirectory directory)
{
    private const string Unfinished = ".part";

    /// <summary>Stores an upload as a draft while it arrives.</summary>
    /// <param name="limit">Bytes; what is longer is not stored.</param>
    /// <returns><c>null</c> when it is longer than the limit.</returns>
    public async Task<StoredFile?> ReceiveAsync(Stream upload, long limit, CancellationToken cancellationToken)
    {
        var name = RandomName();
        var path = Path.Combine(directory.Drafts, name);
        try
        {
            var (sha256, size) = await WriteAsync(upload, path + Unfinished, limit, cancellationToken);
            if (size > limit)
            {
                File.Delete(path + Unfinished);
                return null;
            }

            File.Move(path + Unfinished, path);
            return new StoredFile(name, sha256, size);
        }
        catch
        {
            File.Delete(path + Unfinished);
            throw;
        }
    }

    /// <summary>Copies a draft among the kept workbooks, under another name. The draft stays until the report is on record.</summary>
    /// <returns>The name of the kept file.</returns>
    public async Task<string> KeepAsync(string draft, CancellationToken cancellationToken)
    {
        var name = RandomName();
        var path = Path.Combine(directory.Workbooks, name);
        await using (var source = OpenDraft(draft))
        {
            await WriteAsync(source, path + Unfinished, long.MaxValue, cancellationToken);
        }

        File.Move(path + Unfinished, path);
        return name;
    }

    /// <exception cref="FileNotFoundException">The draft was swept away.</exception>
    public Stream OpenDraft(string name) => Open(directory.Drafts, name);

    /// <exception cref="FileNotFoundException">The data folder is not whole.</exception>
    public Stream OpenWorkbook(string name) => Open(directory.Workbooks, name);

    public void DeleteDraft(string name) => File.Delete(Path.Combine(directory.Drafts, name));

    public void DeleteWorkbook(string name) => File.Delete(Path.Combine(directory.Workbooks, name));

    /// <summary>Deletes what no row refers to: of an upload that broke off, or of a process that ended between file and row.</summary>
    /// <param name="olderThan">Younger files may be another process's work in progress.</param>
    internal void Sweep(IReadOnlySet<string> knownDrafts, IReadOnlySet<string> knownWorkbooks, DateTimeOffset olderThan)
    {
        foreach (var (folder, known) in new[] { (directory.Drafts, knownDrafts), (directory.Workbooks, knownWorkbooks) })
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(f => !known.Contains(f.Name) && f.LastWriteTimeUtc < olderThan.UtcDateTime))
            {
                file.Delete();
            }
        }
    }

    private static FileStream Open(string folder, string name) =>
        new(Path.Combine(folder, name), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete });

    private static string RandomName() => RandomNumberGenerator.GetHexString(32, lowercase: true) + ".xlsx";

    private static async Task<(string Sha256, long Size)> WriteAsync(Stream source, string path, long limit, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, PrivateFile.Options(FileMode.CreateNew, FileAccess.Write, FileOptions.Asynchronous));
        var copied = await HashedCopy.RunAsync(source, file, limit, cancellationToken);
        file.Flush(flushToDisk: true);
        return copied;
    }
}
