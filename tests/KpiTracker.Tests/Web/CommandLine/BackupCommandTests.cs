using KpiTracker.Data;
using KpiTracker.Data.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using KpiTracker.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.CommandLine;

[NonParallelizable]
internal sealed class BackupCommandTests
{
    private string _folder = null!;

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("kpi-backup-").FullName;

    [TearDown]
    public void Close()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_lost_disk_is_one_command()
    {
        await using var site = await TemporaryDatabase.CreateAsync();
        var (made, _) = await CapturedConsole.RunAsync(site.Directory.Root, ["backup"]);
        var backup = Directory.GetFiles(site.Directory.Backups).Single();

        var (restored, console) = await CapturedConsole.RunAsync(_folder, ["restore", backup]);

        Assert.That((made, restored), Is.EqualTo((0, 0)));
        Assert.That(console.Out, Does.Contain("Đã khôi phục").And.Contain(_folder));
        Assert.That(new FileInfo(new DataDirectory(_folder).DatabaseFile).Length, Is.GreaterThan(100_000));
    }

    [Test]
    public async Task What_cannot_be_done_is_told_in_one_sentence()
    {
        var (none, empty) = await CapturedConsole.RunAsync(_folder, ["backup"]);
        var file = Path.Combine(_folder, "khac.zip");
        await File.WriteAllTextAsync(file, "x");
        var (refused, noBackup) = await CapturedConsole.RunAsync(_folder, ["restore", file]);

        Assert.That((none, empty.Error.Trim()), Is.EqualTo((1, $"Thư mục {_folder} chưa có cơ sở dữ liệu nào để sao lưu.")));
        Assert.That((refused, noBackup.Error.Trim()), Is.EqualTo((1, $"“{file}” không phải là bản sao lưu của KpiTracker.")));
    }

    [Test]
    public async Task A_site_that_cannot_use_its_database_says_why_it_does_not_start()
    {
        Directory.CreateDirectory(new DataDirectory(_folder).DatabaseFile);

        var (code, console) = await CapturedConsole.RunAsync(_folder, ["--urls=http://127.0.0.1:0", "--applicationName=KpiTracker.Web"]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(console.Error, Does.Contain($"dữ liệu trong {_folder}").And.Contain("tài khoản chạy dịch vụ"));
    }

    [Test]
    public async Task The_record_is_verified_and_the_data_checked_from_the_command_line()
    {
        await using var site = await TemporaryDatabase.CreateAsync();
        await CapturedConsole.RunAsync(site.Directory.Root, ["backup"]);
        var (verified, whole) = await CapturedConsole.RunAsync(site.Directory.Root, ["audit", "verify"]);
        var (sound, summary) = await CapturedConsole.RunAsync(site.Directory.Root, ["check-data"]);
        await using (var db = await site.Factory.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEntries_are_not_changed; UPDATE AuditEntries SET Name = 'x' WHERE Sequence = 2");
        }

        var (tampered, broken) = await CapturedConsole.RunAsync(site.Directory.Root, ["audit", "verify"]);
        var (unsound, offences) = await CapturedConsole.RunAsync(site.Directory.Root, ["check-data"]);

        Assert.Multiple(() =>
        {
            Assert.That((verified, sound, tampered, unsound), Is.EqualTo((0, 0, 1, 1)));
            Assert.That(whole.Out, Does.Contain("Nhật ký còn nguyên vẹn: 2 dòng, khớp với 1 mốc").And.Match("2:[0-9a-f]{64}"));
            Assert.That(summary.Out, Does.Contain("phát hiện 0 sai lệch"));
            Assert.That(broken.Error, Does.Contain("nội dung dòng 2"));
            Assert.That(offences.Error, Does.Contain("Chuỗi mã của nhật ký").And.Contain("còn chặn"));
        });
    }

    [Test]
    public async Task A_database_of_an_earlier_version_is_backed_up_before_it_is_brought_up_to_date()
    {
        await using var site = TemporaryDatabase.Empty();
        site.Directory.Create();
        await using (var db = await site.Factory.CreateDbContextAsync())
        {
            await db.Database.MigrateAsync(db.Database.GetMigrations().First());
        }

        var start = site.Services.GetRequiredService<DatabaseStart>();
        await start.PrepareAsync();
        await start.PrepareAsync();

        await using var now = await site.Factory.CreateDbContextAsync();
        Assert.That(await now.Database.GetPendingMigrationsAsync(), Is.Empty);
        Assert.That(site.Services.GetRequiredService<Backups>().List().Select(f => f.Reason), Is.EqualTo(new[] { BackupReason.Upgrade }));
    }
}
