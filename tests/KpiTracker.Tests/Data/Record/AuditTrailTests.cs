using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.OrganisationUnits;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.Record;

internal sealed class AuditTrailTests
{
    private static readonly Officer Officer = new("7f3a", "Nguyễn Thu Hà", AccountRole.DistrictOfficer, new UnitKey("003", new DateOnly(2025, 1, 1)));

    private TemporaryDatabase _database = null!;

    private AuditTrail Trail => _database.Services.GetRequiredService<AuditTrail>();

    private DatabaseWriter Writer => _database.Services.GetRequiredService<DatabaseWriter>();

    [SetUp]
    public async Task Open() => _database = await TemporaryDatabase.CreateAsync();

    [TearDown]
    public async Task Close() => await _database.DisposeAsync();

    [Test]
    public async Task Each_line_says_who_did_what_to_what_and_follows_the_one_before()
    {
        var start = (await EntriesAsync()).Count;
        await Trail.RecordAsync(new AuditEvent(AuditAction.ReportReturned, AuditEvent.Of("submission", 4711))
        {
            By = Officer,
            UnitId = 12,
            Before = AuditDetails.Of(("state", "sent")),
            After = AuditDetails.Of(("state", "returned"), ("reason", "Thiếu “tổng số”"), ("answer", null)),
        });
        await Trail.RecordAsync(new AuditEvent(AuditAction.BackupMade, "backup:a.zip"));

        var added = (await EntriesAsync()).Skip(start).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(added.Select(e => e.Sequence), Is.EqualTo(new long[] { start + 1, start + 2 }));
            Assert.That((added[0].AccountId, added[0].Name, added[0].Role, added[0].Subject, added[0].UnitId), Is.EqualTo(("7f3a", "Nguyễn Thu Hà", (AccountRole?)AccountRole.DistrictOfficer, "submission:4711", (int?)12)));
            Assert.That((added[0].Before, added[0].After), Is.EqualTo(("""{"state":"sent"}""", """{"state":"returned","reason":"Thiếu “tổng số”"}""")));
            Assert.That((added[1].AccountId, added[1].Name, added[1].Address), Is.EqualTo(((string?)null, (string?)null, (string?)null)), "the program itself");
            Assert.That(added[1].PreviousHash, Is.EqualTo(added[0].Hash));
            Assert.That(added.Select(AuditChain.HashOf), Is.EqualTo(added.Select(e => e.Hash)));
        });
    }

    [Test]
    public async Task A_change_that_comes_to_nothing_leaves_no_line_and_no_gap()
    {
        var before = await EntriesAsync();
        Assert.ThrowsAsync<InvalidOperationException>(() => Writer.WriteAsync<bool>(async db =>
        {
            await Trail.AppendAsync(db, new AuditEvent(AuditAction.SetUp, "site"));
            throw new InvalidOperationException("no");
        }));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Trail.RecordAsync(new AuditEvent(AuditAction.FileTaken, AuditEvent.Of("file", i)))));

        Assert.That((await EntriesAsync()).Select(e => e.Sequence), Is.EqualTo(Enumerable.Range(1, before.Count + 50).Select(i => (long)i)));
    }

    [Test]
    public async Task Outside_a_transaction_nothing_is_recorded()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();

        Assert.ThrowsAsync<InvalidOperationException>(() => Trail.AppendAsync(db, new AuditEvent(AuditAction.SetUp, "site")));
    }

    [TestCase("UPDATE AuditEntries SET Name = 'x'")]
    [TestCase("DELETE FROM AuditEntries")]
    [TestCase("INSERT OR REPLACE INTO AuditEntries SELECT * FROM AuditEntries WHERE Sequence = 1")]
    [TestCase("INSERT INTO AuditEntries SELECT Sequence + 7, At, AccountId, Name, Role, Address, Action, Subject, UnitId, Before, After, PreviousHash, Hash FROM AuditEntries WHERE Sequence = 1")]
    public async Task The_database_refuses_to_change_what_is_recorded(string sql)
    {
        await Trail.RecordAsync(new AuditEvent(AuditAction.SetUp, "site"));
        await using var db = await _database.Factory.CreateDbContextAsync();

        Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));
    }

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
    }
}
