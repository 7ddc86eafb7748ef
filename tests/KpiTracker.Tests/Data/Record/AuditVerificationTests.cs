using KpiTracker.Data;
using KpiTracker.Data.Backups;
using KpiTracker.Data.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.Record;

/// <summary>Someone who may write the database file changes the record: what the verification sees of it.</summary>
internal sealed class AuditVerificationTests
{
    private const int Lines = 60;
    private const int Tamperings = 1000;

    private static readonly string[] Texts = ["At", "AccountId", "Name", "Role", "Address", "Action", "Subject", "Before", "After"];

    private TemporaryDatabase _database = null!;
    private KpiTrackerDbContext _db = null!;

    [SetUp]
    public async Task Open()
    {
        _database = await TemporaryDatabase.CreateAsync();
        var trail = _database.Services.GetRequiredService<AuditTrail>();
        _db = await _database.Factory.CreateDbContextAsync();
        var start = await _db.AuditEntries.CountAsync();
        for (var i = start; i < Lines; i++)
        {
            await trail.RecordAsync(new AuditEvent(AuditAction.FileTaken, AuditEvent.Of("file", i)) { UnitId = i % 3 == 0 ? null : i, After = AuditDetails.Of(("period", "2025-05"), ("n", i)) });
        }

        await _db.Database.OpenConnectionAsync();
    }

    [TearDown]
    public async Task Close()
    {
        await _db.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_record_that_nobody_touched_is_whole_and_says_where_it_ends()
    {
        var last = await _db.AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync();

        Assert.That(await VerifyAsync(), Is.EqualTo(new AuditVerdict.Whole(new AuditHead(Lines, last.Hash))));
    }

    [Test]
    public async Task Each_of_a_thousand_tamperings_is_found()
    {
        await DropTriggersAsync();
        var witness = await HeadAsync();
        var random = new Random(20261122);
        List<string> missed = [];
        for (var i = 0; i < Tamperings; i++)
        {
            await _db.Database.ExecuteSqlRawAsync("SAVEPOINT untouched");
            var what = await TamperAsync(random);
            if (await VerifyAsync(new AuditWitness(witness, null, "sao-luu.zip")) is not AuditVerdict.Broken)
            {
                missed.Add(what);
            }

            await _db.Database.ExecuteSqlRawAsync("ROLLBACK TO untouched");
            await _db.Database.ExecuteSqlRawAsync("RELEASE untouched");
        }

        Assert.That(missed, Is.Empty);
        Assert.That(await VerifyAsync(new AuditWitness(witness, null, "sao-luu.zip")), Is.TypeOf<AuditVerdict.Whole>());
    }

    [Test]
    public async Task A_head_that_differs_names_the_restore_that_may_explain_it()
    {
        var witness = (await HeadAsync()) with { Hash = new string('0', 64) };
        var before = (AuditVerdict.Broken)await VerifyAsync(new AuditWitness(witness, null, "dấu đã lưu"));
        await _database.Services.GetRequiredService<AuditTrail>().RecordAsync(new AuditEvent(AuditAction.DatabaseRestored, "backup:older.zip"));
        var later = witness with { Sequence = witness.Sequence + 1 };

        var after = (AuditVerdict.Broken)await VerifyAsync(new AuditWitness(later, null, "dấu đã lưu"));

        Assert.That(before.Restore, Is.Null, "nothing was restored");
        Assert.That((after.Restore!.Sequence, after.Restore.Backup), Is.EqualTo((later.Sequence, "older.zip")));
    }

    [TestCase("UPDATE AuditEntries SET Name = 'Người khác' WHERE Sequence = 7", 7, AuditFault.Changed)]
    [TestCase("DELETE FROM AuditEntries WHERE Sequence = 7", 7, AuditFault.Missing)]
    [TestCase("UPDATE AuditEntries SET PreviousHash = '00' WHERE Sequence = 7", 7, AuditFault.Changed)]
    public async Task The_first_broken_line_and_what_is_wrong_with_it_are_named(string sql, int sequence, AuditFault fault)
    {
        await DropTriggersAsync();
        await _db.Database.ExecuteSqlRawAsync(sql);

        Assert.That(await VerifyAsync(), Is.EqualTo(new AuditVerdict.Broken(sequence, fault, null)));
    }

    [Test]
    public async Task A_cut_off_end_is_found_by_the_backups_and_a_restore_explains_itself()
    {
        var backups = _database.Services.GetRequiredService<KpiTracker.Data.Backups.Backups>();
        var made = await backups.MakeAsync(BackupReason.OnDemand, default);
        await DropTriggersAsync();
        await _db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries WHERE Sequence > 50");
        var witnesses = await BackupWitnesses.ReadAsync(backups.List(), default);

        Assert.That(await VerifyAsync([.. witnesses]), Is.EqualTo(new AuditVerdict.Broken(51, AuditFault.CutOff, made.File.Name)));
        await _database.Services.GetRequiredService<AuditTrail>().RecordAsync(new AuditEvent(AuditAction.DatabaseRestored, "backup:older.zip"));
        Assert.That(await VerifyAsync([.. witnesses]), Is.TypeOf<AuditVerdict.Whole>(), "lines 51 to 60 stand in the folder moved aside");
    }

    private Task<AuditVerdict> VerifyAsync(params AuditWitness[] witnesses) => AuditVerification.RunAsync(_db, witnesses);

    private async Task<AuditHead> HeadAsync() => (await AuditTrail.HeadAsync(_db, default))!;

    private async Task DropTriggersAsync() =>
        await _db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEntries_only_grow; DROP TRIGGER AuditEntries_are_not_changed; DROP TRIGGER AuditEntries_are_not_deleted");

    private async Task<string> TamperAsync(Random random)
    {
        var at = random.Next(1, Lines + 1);
        var column = Texts[random.Next(Texts.Length)];
        var sql = random.Next(8) switch
        {
            0 => $"UPDATE AuditEntries SET \"{column}\" = COALESCE(\"{column}\", '') || 'x' WHERE Sequence = {at}",
            1 => $"UPDATE AuditEntries SET \"{column}\" = CASE WHEN \"{column}\" IS NULL OR \"{column}\" = '' THEN 'y' ELSE substr(\"{column}\", 2) END WHERE Sequence = {at}",
            2 => $"UPDATE AuditEntries SET UnitId = COALESCE(UnitId, 0) + 1 WHERE Sequence = {at}",
            3 => $"DELETE FROM AuditEntries WHERE Sequence = {at}",
            4 => $"DELETE FROM AuditEntries WHERE Sequence >= {at}",
            5 => $"UPDATE AuditEntries SET Hash = '{Convert.ToHexStringLower(BitConverter.GetBytes(random.NextInt64()))}' WHERE Sequence = {at}",
            6 => $"UPDATE AuditEntries SET Sequence = Sequence + 1000 WHERE Sequence >= {at}",
            _ => await ForgedAsync(at),
        };
        await _db.Database.ExecuteSqlRawAsync(sql);
        return sql;
    }

    /// <summary>By someone who knows how hashes are made: the line is changed, and its hash and all later ones are made anew.</summary>
    private async Task<string> ForgedAsync(int at)
    {
        var entries = await _db.AuditEntries.AsNoTracking().Where(e => e.Sequence >= at).OrderBy(e => e.Sequence).ToListAsync();
        entries[0].Name = "Kẻ giả mạo";
        var previous = entries[0].PreviousHash;
        return string.Join(";", entries.Select(e =>
        {
            e.PreviousHash = previous;
            previous = e.Hash = AuditChain.HashOf(e);
            return $"UPDATE AuditEntries SET Name = {(e.Name is null ? "NULL" : $"'{e.Name}'")}, PreviousHash = '{e.PreviousHash}', Hash = '{e.Hash}' WHERE Sequence = {e.Sequence}";
        }));
    }
}
