using System.Diagnostics;
using KpiTracker.Data;
using KpiTracker.Data.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.RegisterFiles;

internal sealed class RegisterImportTests
{
    [Test]
    public async Task Loading_again_changes_nothing()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var before = (await database.RegistersAsync()).Units.Units.ToHashSet();

        await database.Services.GetRequiredService<DatabaseStart>().PrepareAsync();

        Assert.That((await database.RegistersAsync()).Units.Units.ToHashSet(), Is.EqualTo(before));
    }

    [Test]
    public async Task Changed_files_are_taken_over_and_ids_stay()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var before = await database.RegistersAsync();
        var changed = Path.Combine(database.Directory.Root, "changed");
        Directory.CreateDirectory(changed);
        foreach (var file in Directory.GetFiles(ReferenceFiles.ShippedFolder))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(Path.Combine(changed, Path.GetFileName(file)), text.Replace("Khu vực Tây Hồ", "Cụm Tây Hồ", StringComparison.Ordinal));
        }

        var taken = await new RegisterImport(database.Factory, database.Services.GetRequiredService<KpiTracker.Data.Record.AuditTrail>()).RunAsync(changed, CancellationToken.None);
        database.Services.GetRequiredService<KpiTracker.Data.Registers.Registers>().Forget();
        var after = await database.RegistersAsync();

        var area = before.Units.Units.Single(u => u.Code == "KV003").Key;
        Assert.Multiple(() =>
        {
            Assert.That(taken);
            Assert.That(after.Units.Find(area)?.NameWithKind, Is.EqualTo("Cụm Tây Hồ"));
            Assert.That(after.IdOf(area), Is.EqualTo(before.IdOf(area)));
            Assert.That(after.Units.Units, Has.Count.EqualTo(before.Units.Units.Count));
        });
    }

    [Test]
    public async Task A_first_start_is_ready_well_before_the_sign_in_page_is_due()
    {
        await using var database = TemporaryDatabase.Empty();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await database.Services.GetRequiredService<DatabaseStart>().PrepareAsync();

        // Processor time, since the clock also counts whatever else the machine does.
        process.Refresh();
        Assert.That(process.TotalProcessorTime - before, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task The_model_has_no_change_that_no_migration_makes()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var db = await database.Factory.CreateDbContextAsync();

        Assert.That(db.Database.HasPendingModelChanges(), Is.False);
    }

    [TestCase("journal_mode", "wal")]
    [TestCase("synchronous", "2")]
    [TestCase("foreign_keys", "1")]
    [TestCase("busy_timeout", "15000")]
    public async Task Every_connection_keeps_what_it_acknowledges(string pragma, string expected)
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using var db = await database.Factory.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.That((await command.ExecuteScalarAsync())?.ToString(), Is.EqualTo(expected));
    }
}
