using System.IO.Compression;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Backups;

/// <summary>A backup that was made.</summary>
/// <param name="Missing">Workbooks that the database knows and the data folder lacks; the backup holds everything else.</param>
/// <param name="CopyProblem">Why the copy elsewhere could not be made; <c>null</c> when it was, or none was asked for.</param>
public sealed record MadeBackup(BackupFile File, IReadOnlyList<string> Missing, string? CopyProblem);

/// <summary>
/// Makes backups while the site runs: the database by SQLite's own online copy, which is of one moment, then the workbooks that this copy knows,
/// all in one zip with a manifest of hashes. A backup bears its name only once it is whole and on the disk. Keys are left out: they are secrets,
/// and
/// without them people have to sign in again, those with a second factor by a recovery code or a new one.
/// </summary>
public sealed class Backups(DataDirectory directory, BackupSettings settings, TimeProvider time) : IDisposable
{
    private const string Unfinished = ".part";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public async Task<MadeBackup> MakeAsync(BackupReason reason, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            directory.Create();
            var madeAt = time.GetUtcNow();
            var path = Path.Combine(directory.Backups, BackupFile.NameOf(madeAt, reason));
            var missing = await WriteAsync(path, madeAt, cancellationToken);
            Rotate();
            return new MadeBackup(BackupFile.Of(new FileInfo(path))!, missing, CopyElsewhere(path));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BackupFile> List() => Directory.Exists(directory.Backups)
        ? [.. new DirectoryInfo(directory.Backups).EnumerateFiles("*.zip").Select(BackupFile.Of).OfType<BackupFile>().OrderByDescending(f => f.MadeAt)]
        : [];

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<string>> WriteAsync(string path, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        var (copy, part) = (path + ".db" + Unfinished, path + Unfinished);
        try
        {
            CopyDatabase(copy);
            var contents = await ContentsAsync(copy, cancellationToken);
            await using (var file = new FileStream(part, PrivateFile.Options(FileMode.Create, FileAccess.ReadWrite)))
            {
                var missing = await ZipAsync(file, copy, contents, madeAt, cancellationToken);
                file.Flush(flushToDisk: true);
                file.Close();
                File.Move(part, path);
                return missing;
            }
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }

    private void CopyDatabase(string to)
    {
        PrivateFile.Ensure(to);
        using var source = new SqliteConnection(DataServices.ConnectionTo(directory));
        source.Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ConnectionString);
        target.Open();
        source.BackupDatabase(target);
        // A file of its own, without a log beside it.
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        command.ExecuteNonQuery();
    }

    private static async Task<Contents> ContentsAsync(string database, CancellationToken cancellationToken)
    {
        await using var db = DatabaseCopy.Open(database);
        var migrations = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var workbooks = await db.Set<Workbook>().Where(w => w.StoredName != null).Select(w => w.StoredName!).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
        return new Contents(migrations.LastOrDefault() ?? string.Empty, workbooks, await AuditTrail.HeadAsync(db, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> ZipAsync(
        Stream file, string database, Contents contents, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        List<BackupEntry> entries = [await AddAsync(zip, database, DataDirectory.DatabaseName, CompressionLevel.Fastest, cancellationToken)];
        List<string> missing = [];
        foreach (var name in contents.Workbooks)
        {
            var path = Path.Combine(directory.Workbooks, name);
            if (!File.Exists(path))
            {
                missing.Add(name);
                continue;
            }

            // Workbooks are zips themselves.
            entries.Add(await AddAsync(zip, path, $"{DataDirectory.WorkbooksName}/{name}", CompressionLevel.NoCompression, cancellationToken));
        }

        await using var manifest = await zip.CreateEntry(BackupManifest.FileName).OpenAsync(cancellationToken);
        await new BackupManifest(BackupManifest.CurrentFormat, madeAt, contents.Migration, entries, missing, contents.Record).WriteAsync(manifest, cancellationToken);
        return missing;
    }

    private static async Task<BackupEntry> AddAsync(ZipArchive zip, string path, string name, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        await using var target = await zip.CreateEntry(name, level).OpenAsync(cancellationToken);
        var (sha256, size) = await HashedCopy.RunAsync(source, target, long.MaxValue, cancellationToken);
        return new BackupEntry(name, size, sha256);
    }

    private void Rotate()
    {
        foreach (var old in List().GroupBy(f => f.Reason).SelectMany(kind => kind.Skip(Math.Max(1, settings.Keep))))
        {
            File.Delete(old.Path);
        }
    }

    private string? CopyElsewhere(string path)
    {
        if (settings.CopyTo is not { Length: > 0 } folder)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var target = Path.Combine(folder, Path.GetFileName(path));
            File.Copy(path, target + Unfinished, overwrite: true);
            File.Move(target + Unfinished, target, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>What a copy of the database says of itself.</summary>
    private sealed record Contents(string Migration, IReadOnlyList<string> Workbooks, AuditHead? Record);
}
