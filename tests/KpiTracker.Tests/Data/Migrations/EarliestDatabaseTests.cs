using KpiTracker.Data;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Integrity;
using KpiTracker.Tests.Architecture;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.Migrations;

/// <summary>
/// A database as the first version kept it, with two wards and two months of invented reports (<c>earliest.sql</c>, which is never changed): every later
/// version brings it up to date and loses nothing.
/// </summary>
internal sealed class EarliestDatabaseTests
{
    private const string Figures = """SELECT "SubmissionId" || ' ' || "IndicatorCode" || ' ' || COALESCE("Numerator", '–') || '/' || COALESCE("Denominator", '–') || ' ' || COALESCE("Percent", '–') || ' ' || "Cell" AS Value FROM "SubmittedFigures" ORDER BY 1""";
    private const string Current = """SELECT "UnitId" || ' ' || "Period" || ' ' || "IndicatorCode" || ' ' || COALESCE("Numerator", '–') || '/' || COALESCE("Denominator", '–') AS Value FROM "CurrentFigures" ORDER BY 1""";
    private const string Reports = """SELECT "Id" || ' ' || "UnitId" || ' ' || "Period" || ' ' || "Revision" || ' ' || "SubmittedAt" || ' ' || "SubmittedByName" AS Value FROM "Submissions" ORDER BY 1""";

    [Test]
    public async Task A_database_of_the_first_version_comes_up_to_date_with_every_figure()
    {
        await using var site = await EarliestAsync();
        var before = await RowsAsync(site);
        await site.Services.GetRequiredService<DatabaseStart>().PrepareAsync();
        var after = await RowsAsync(site);

        await using var db = await site.Factory.CreateDbContextAsync();
        var found = await site.Services.GetRequiredService<IntegrityInspection>().RunAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(before, Has.Count.EqualTo(76));
            Assert.That(after, Is.EqualTo(before));
            Assert.That(await db.Database.GetPendingMigrationsAsync(), Is.Empty);
            Assert.That(await db.Users.CountAsync(), Is.EqualTo(4));
            // The dump holds rows only: the two workbooks lie nowhere.
            Assert.That(found.Where(r => r.Count > 0 && r.Name != IntegrityInspection.Files).SelectMany(r => r.Examples.Prepend(r.Name)), Is.Empty);
            Assert.That(site.Services.GetRequiredService<KpiTracker.Data.Backups.Backups>().List().Select(b => b.Reason), Is.EqualTo(new[] { BackupReason.Upgrade }));
        });
    }

    [Test]
    public async Task A_report_that_was_given_back_by_nobody_known_does_not_keep_the_site_from_starting()
    {
        await using var site = await EarliestAsync("""UPDATE "Submissions" SET "ReturnedAt" = "SubmittedAt", "ReturnReason" = 'thiếu số' WHERE "Id" = (SELECT MIN("Id") FROM "Submissions")""");

        await site.Services.GetRequiredService<DatabaseStart>().PrepareAsync();

        await using var db = await site.Factory.CreateDbContextAsync();
        Assert.That(await db.ReviewSteps.Select(s => s.ByName + " " + s.Reason).ToListAsync(), Is.EqualTo(new[] { "– thiếu số" }));
    }

    /// <param name="also">What happened to it since, in SQL.</param>
    private static async Task<TemporaryDatabase> EarliestAsync(string also = "")
    {
        var site = TemporaryDatabase.Empty();
        site.Directory.Create();
        await using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = site.Directory.DatabaseFile, Pooling = false }.ConnectionString);
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/KpiTracker.Tests/Data/Migrations/earliest.sql")) + also;
        await command.ExecuteNonQueryAsync();
        return site;
    }

    private static async Task<List<string>> RowsAsync(TemporaryDatabase site)
    {
        await using var db = await site.Factory.CreateDbContextAsync();
        List<string> rows = [];
        foreach (var sql in new[] { Reports, Figures, Current })
        {
            rows.AddRange(await db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        }

        return rows;
    }
}
