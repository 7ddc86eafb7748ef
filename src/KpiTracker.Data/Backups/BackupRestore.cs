using System.IO.Compression;
using System.Text.RegularExpressions;
using KpiTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Backups;

/// <summary>How a restore ended.</summary>
public abstract record BackupRestored
{
    private BackupRestored()
    {
    }

    /// <param name="Aside">Where what stood in the data folder before was moved to; <c>null</c> when it was empty.</param>
    /// <param name="Missing">Workbooks that the backup itself lacks.</param>
    public sealed record Done(BackupManifest Manifest, string? Aside, IReadOnlyList<string> Missing) : BackupRestored;

    /// <summary>No zip, or no manifest in it.</summary>
    public sealed record NoBackup : BackupRestored;

    /// <summary>It was made by a later program: this one does not know its schema.</summary>
    public sealed record Newer(string Migration) : BackupRestored;

    /// <summary>A file is not as the manifest says, or the database is not whole. Nothing was changed.</summary>
    public sealed record Damaged(string File) : BackupRestored;

    /// <summary>The data folder holds a database, and nobody said that it may be replaced.</summary>
    public sealed record FolderInUse : BackupRestored;

    /// <summary>A site serves from the folder: it would go on writing to the database that was moved aside, and lose it.</summary>
    public sealed record Serving : BackupRestored;
}

/// <summary>
/// Puts a backup's database and workbooks in the place of the data folder's. Everything is unpacked beside it and checked against the manifest first;
/// what stood there before is moved aside, never deleted.
/// </summary>
public static partial class BackupRestore
{
    /// <param name="mayReplace">Whether a database that is there may be moved aside.</param>
    /// <exception cref="IOException">The backup cannot be opened, or the folder cannot be written.</exception>
    public static async Task<BackupRestored> RunAsync(string backup, DataDirectory directory, bool mayReplace, TimeProvider time, CancellationToken cancellationToken)
    {
        if (File.Exists(directory.DatabaseFile) && !mayReplace)
        {
            return new BackupRestored.FolderInUse();
        }

        directory.Create();
        using var hold = FolderHold.Alone(directory);
        if (hold is null)
        {
            return new BackupRestored.Serving();
        }

        var beside = Path.Combine(directory.Root, "restoring-" + Path.GetRandomFileName());
        Directory.CreateDirectory(Path.Combine(beside, DataDirectory.WorkbooksName));
        try
        {
            var (manifest, refusal) = await UnpackAsync(backup, beside, cancellationToken);
            return refusal ?? new BackupRestored.Done(manifest!, PutInPlace(beside, directory, (Path.GetFileName(backup), manifest!.MadeAt), time), manifest.Missing);
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    private static async Task<(BackupManifest? Manifest, BackupRestored? Refusal)> UnpackAsync(string backup, string beside, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(backup, cancellationToken);
            if (await BackupManifest.OfAsync(zip, cancellationToken) is not { } manifest)
            {
                return (null, new BackupRestored.NoBackup());
            }

            if (manifest.Format > BackupManifest.CurrentFormat || !Known().Contains(manifest.Migration))
            {
                return (null, new BackupRestored.Newer(manifest.Migration));
            }

            if (!manifest.Files.Any(f => f.Path == DataDirectory.DatabaseName))
            {
                return (null, new BackupRestored.Damaged(DataDirectory.DatabaseName));
            }

            foreach (var file in manifest.Files)
            {
                if (!PathOfOurs().IsMatch(file.Path) || !await UnpackAsync(zip, file, beside, cancellationToken))
                {
                    return (null, new BackupRestored.Damaged(file.Path));
                }
            }

            return await DatabaseCopy.IsWholeAsync(Path.Combine(beside, DataDirectory.DatabaseName), cancellationToken)
                ? (manifest, null)
                : (null, new BackupRestored.Damaged(DataDirectory.DatabaseName));
        }
        catch (InvalidDataException)
        {
            return (null, new BackupRestored.NoBackup());
        }
    }

    private static async Task<bool> UnpackAsync(ZipArchive zip, BackupEntry file, string beside, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(file.Path) is not { } entry || entry.Length != file.Size)
        {
            return false;
        }

        await using var source = await entry.OpenAsync(cancellationToken);
        await using var target = new FileStream(Path.Combine(beside, file.Path), PrivateFile.Options(FileMode.CreateNew, FileAccess.Write));
        var (sha256, size) = await HashedCopy.RunAsync(source, target, long.MaxValue, cancellationToken);
        target.Flush(flushToDisk: true);
        return sha256 == file.Sha256 && size == file.Size;
    }

    /// <returns>Where the former contents are now; <c>null</c> when there were none.</returns>
    private static string? PutInPlace(string beside, DataDirectory directory, (string Name, DateTimeOffset MadeAt) backup, TimeProvider time)
    {
        string? aside = null;
        if (File.Exists(directory.DatabaseFile))
        {
            aside = Path.Combine(directory.Root, $"before-restore-{time.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}");
            Directory.CreateDirectory(aside);
            foreach (var file in Directory.GetFiles(directory.Root, DataDirectory.DatabaseName + "*"))
            {
                File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
            }

            Directory.Move(directory.Workbooks, Path.Combine(aside, DataDirectory.WorkbooksName));
        }
        else
        {
            Directory.Delete(directory.Workbooks, recursive: true);
        }

        Directory.Move(Path.Combine(beside, DataDirectory.WorkbooksName), directory.Workbooks);
        new RestoreNote(backup.Name, backup.MadeAt, Path.GetFileName(aside), Environment.UserName).Write(directory);
        // Last: until the database is there, the folder says that nothing was restored.
        File.Move(Path.Combine(beside, DataDirectory.DatabaseName), directory.DatabaseFile);
        return aside;
    }

    private static IEnumerable<string> Known()
    {
        using var db = DatabaseCopy.Open(":memory:");
        return [.. db.Database.GetMigrations()];
    }

    [GeneratedRegex(@"\A(kpitracker\.db|workbooks/[0-9a-f]{32}\.xlsx)\z")]
    private static partial Regex PathOfOurs();
}
