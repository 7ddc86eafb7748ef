using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Storage;
using KpiTracker.Tests.Web.Submissions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.Backups;

/// <summary>Backups of a site with reports on record, and what comes back of them.</summary>
internal sealed class BackupTests
{
    private SubmissionBench _bench = null!;
    private DataDirectory _elsewhere = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        var officer = _bench.Officer(AccountRole.WardOfficer, "00109");
        await _bench.KeepAsync(officer, "00109", _bench.Figure("00109", "OFFICIALS", 90, 119), _bench.Figure("00109", "ADULTS", 7689, 16000));
        await _bench.KeepAsync(officer, "00109", _bench.Figure("00109", "OFFICIALS", 91, 119));
        _elsewhere = new DataDirectory(Path.Combine(Path.GetTempPath(), "kpi-restored-" + Path.GetRandomFileName()));
    }

    [TearDown]
    public async Task Close()
    {
        await _bench.DisposeAsync();
        if (Directory.Exists(_elsewhere.Root))
        {
            Directory.Delete(_elsewhere.Root, recursive: true);
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no modes.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Database_backups_and_what_is_restored_are_the_owners_alone()
    {
        var made = await MakeAsync();
        File.SetUnixFileMode(_bench.Database.Directory.DatabaseFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await _bench.Database.Services.GetRequiredService<DatabaseStart>().PrepareAsync();

        await RestoreAsync(made.File.Path);

        string[] files = [made.File.Path, _elsewhere.DatabaseFile, .. Directory.GetFiles(_bench.Database.Directory.Root, "*.db*"), .. Directory.GetFiles(_elsewhere.Workbooks)];
        Assert.That(files, Has.Length.GreaterThan(4));
        Assert.That(files.Where(f => File.GetUnixFileMode(f) != (UnixFileMode.UserRead | UnixFileMode.UserWrite)), Is.Empty);
    }

    [Test]
    public async Task Every_row_and_every_workbook_comes_back_on_an_empty_machine()
    {
        var made = await MakeAsync();

        var outcome = await RestoreAsync(made.File.Path);

        Assert.That(outcome, Is.TypeOf<BackupRestored.Done>().And.Property(nameof(BackupRestored.Done.Aside)).Null);
        Assert.That(made.Missing, Is.Empty);
        Assert.That(Rows(_elsewhere), Is.EqualTo(Rows(_bench.Database.Directory)));
        Assert.That(Workbooks(_elsewhere), Is.EqualTo(Workbooks(_bench.Database.Directory)).And.Not.Empty);
    }

    [Test]
    public async Task What_was_written_after_the_backup_is_not_in_it_and_stands_aside_when_it_is_restored()
    {
        var made = await MakeAsync();
        var before = Rows(_bench.Database.Directory);
        await _bench.KeepAsync(_bench.Officer(AccountRole.WardOfficer, "00109"), "00109", _bench.Figure("00109", "OFFICIALS", 99, 119));
        SqliteConnection.ClearAllPools();

        var outcome = (BackupRestored.Done)await BackupRestore.RunAsync(made.File.Path, _bench.Database.Directory, mayReplace: true, _bench.Clock, default);

        Assert.That(Rows(_bench.Database.Directory), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(outcome.Aside!, "*", SearchOption.AllDirectories), Has.Length.GreaterThan(3), "the database and three workbooks");
    }

    [Test]
    public async Task A_folder_with_a_database_is_left_alone_unless_it_may_be_replaced()
    {
        var made = await MakeAsync();

        Assert.That(await BackupRestore.RunAsync(made.File.Path, _bench.Database.Directory, mayReplace: false, _bench.Clock, default), Is.TypeOf<BackupRestored.FolderInUse>());
    }

    [Test]
    public async Task Nothing_is_restored_under_a_site_that_serves()
    {
        var made = await MakeAsync();
        using (FolderHold.Share(_bench.Database.Directory))
        {
            Assert.That(await BackupRestore.RunAsync(made.File.Path, _bench.Database.Directory, mayReplace: true, _bench.Clock, default), Is.TypeOf<BackupRestored.Serving>());
        }

        SqliteConnection.ClearAllPools();
        Assert.That(await BackupRestore.RunAsync(made.File.Path, _bench.Database.Directory, mayReplace: true, _bench.Clock, default), Is.TypeOf<BackupRestored.Done>());
    }

    [Test]
    public async Task A_backup_with_a_changed_workbook_is_refused_by_name_and_nothing_is_restored()
    {
        var made = await MakeAsync();
        var name = Change(made.File.Path, e => e.FullName.StartsWith("workbooks/", StringComparison.Ordinal), content => [.. content.Take(content.Length - 1), (byte)~content[^1]]);

        Assert.That(await RestoreAsync(made.File.Path), Is.EqualTo(new BackupRestored.Damaged(name)));
        Assert.That(File.Exists(_elsewhere.DatabaseFile), Is.False);
    }

    [Test]
    public async Task A_backup_of_a_later_program_is_refused()
    {
        var made = await MakeAsync();
        Change(made.File.Path, e => e.Name == BackupManifest.FileName, content => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("\"migration\": \"", "\"migration\": \"99991231_", StringComparison.Ordinal)));

        Assert.That(await RestoreAsync(made.File.Path), Is.TypeOf<BackupRestored.Newer>());
    }

    [Test]
    public async Task A_manifest_cannot_put_a_file_outside_the_data_folder()
    {
        var made = await MakeAsync();
        Change(made.File.Path, e => e.Name == BackupManifest.FileName, content => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("\"workbooks/", "\"../workbooks/", StringComparison.Ordinal)));

        Assert.That(await RestoreAsync(made.File.Path), Is.TypeOf<BackupRestored.Damaged>());
    }

    [Test]
    public async Task What_is_no_backup_is_called_so()
    {
        var path = Path.Combine(_bench.Database.Directory.Root, "other.zip");
        await File.WriteAllTextAsync(path, "not a zip");

        Assert.That(await RestoreAsync(path), Is.TypeOf<BackupRestored.NoBackup>());
    }

    [Test]
    public async Task A_workbook_that_is_gone_is_named_and_the_rest_is_kept()
    {
        var gone = Workbooks(_bench.Database.Directory)[0].Name;
        File.Delete(Path.Combine(_bench.Database.Directory.Workbooks, gone));

        var made = await MakeAsync();

        Assert.That(made.Missing, Is.EqualTo(new[] { gone }));
        Assert.That(((BackupRestored.Done)await RestoreAsync(made.File.Path)).Missing, Is.EqualTo(new[] { gone }));
    }

    [Test]
    public async Task The_oldest_of_each_kind_go_and_a_copy_stands_elsewhere()
    {
        var settings = new BackupSettings { Keep = 2, CopyTo = _elsewhere.Root };
        using var backups = new KpiTracker.Data.Backups.Backups(_bench.Database.Directory, settings, _bench.Clock);
        await backups.MakeAsync(BackupReason.Upgrade, default);
        for (var day = 0; day < 3; day++)
        {
            _bench.Clock.Now = _bench.Clock.Now.AddDays(1);
            await backups.MakeAsync(BackupReason.Scheduled, default);
        }

        Assert.That(backups.List().Select(f => f.Reason), Is.EqualTo(new[] { BackupReason.Scheduled, BackupReason.Scheduled, BackupReason.Upgrade }));
        Assert.That(backups.List()[0].MadeAt, Is.EqualTo(_bench.Clock.Now.ToUniversalTime()));
        Assert.That(Directory.GetFiles(_elsewhere.Root, "*.zip"), Has.Length.EqualTo(4));
        Assert.That(Directory.GetFiles(_bench.Database.Directory.Backups).Select(Path.GetExtension), Is.All.EqualTo(".zip"), "nothing unfinished is left");
    }

    private Task<MadeBackup> MakeAsync() => _bench.Of<KpiTracker.Data.Backups.Backups>().MakeAsync(BackupReason.OnDemand, default);

    private Task<BackupRestored> RestoreAsync(string path) => BackupRestore.RunAsync(path, _elsewhere, mayReplace: false, _bench.Clock, default);

    private static string Change(string path, Func<ZipArchiveEntry, bool> which, Func<byte[], byte[]> change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = zip.Entries.First(which);
        byte[] content;
        using (var old = new MemoryStream())
        {
            using var source = entry.Open();
            source.CopyTo(old);
            content = old.ToArray();
        }

        var name = entry.FullName;
        entry.Delete();
        using var target = zip.CreateEntry(name).Open();
        target.Write(change(content));
        return name;
    }

    private static List<(string Name, long Size)> Workbooks(DataDirectory directory) =>
        [.. new DirectoryInfo(directory.Workbooks).GetFiles().Select(f => (f.Name, f.Length)).Order()];

    private static List<string> Rows(DataDirectory directory)
    {
        using var connection = new SqliteConnection($"Data Source={directory.DatabaseFile};Pooling=False");
        connection.Open();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        return [.. tables.SelectMany(table => Read(connection, $"SELECT * FROM \"{table}\" ORDER BY rowid").Select(row => $"{table}: {row}"))];
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetValue(i).ToString())));
        }

        return rows;
    }
}
