using KpiTracker.Data.Accounts;
using KpiTracker.Data.Storage;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>What is on record after a report was kept, corrected, given back, or lost half-way.</summary>
internal sealed class SubmissionKeepingTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";

    private SubmissionBench _bench = null!;
    private Officer _ward = null!;
    private Officer _district = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        _ward = _bench.Officer(AccountRole.WardOfficer, Buoi);
        _district = _bench.Officer(AccountRole.DistrictOfficer, "003");
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task A_report_is_on_record_with_its_file_figures_and_cells()
    {
        var outcome = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));
        var details = (await _bench.Of<SubmissionQuery>().FindAsync(outcome.Wards.Single().SubmissionId, _ward, default))!;

        Assert.Multiple(async () =>
        {
            Assert.That(details.Revision, Is.EqualTo(1));
            Assert.That(details.IsCurrent);
            Assert.That(details.Figures.Single().Cell.Address, Is.EqualTo("E9"));
            Assert.That(details.Own.SubmittedByName, Is.EqualTo(_ward.Name));
            Assert.That(await CurrentAsync(Buoi), Is.EqualTo(new[] { ("OFFICIALS", (long?)90, (long?)119) }));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks), Has.Length.EqualTo(1));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Is.Empty);
        });
    }

    [Test]
    public async Task The_same_figures_again_make_no_revision_and_give_the_same_receipt()
    {
        var first = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));

        var second = await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));

        Assert.Multiple(async () =>
        {
            Assert.That((second as SubmissionOutcome.Unchanged)?.ReceiptId, Is.EqualTo(first.ReceiptId));
            Assert.That(await RowsAsync(), Is.EqualTo((1, 1)));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task A_corrected_report_is_revision_2_and_revision_1_stays_on_record()
    {
        var first = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119), _bench.Figure(Buoi, "ADULTS", 7689, 12705));

        var second = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 95, 119), _bench.Figure(Buoi, "ADULTS", 7689, 12705));

        var query = _bench.Of<SubmissionQuery>();
        var old = (await query.FindAsync(first.Wards.Single().SubmissionId, _ward, default))!;
        var now = (await query.FindAsync(second.Wards.Single().SubmissionId, _ward, default))!;
        Assert.Multiple(async () =>
        {
            Assert.That(now.Revision, Is.EqualTo(2));
            Assert.That(now.Revisions.Select(r => r.Revision), Is.EqualTo(new[] { 2, 1 }));
            Assert.That(now.Differences.Select(d => d.Sentence(_bench.Registers.Indicator(d.IndicatorCode), new("vi"))), Is.EqualTo(new[] { "Cán bộ, công chức: số đạt từ 90 thành 95 (+5)." }));
            Assert.That(old.IsCurrent, Is.False);
            Assert.That(old.Figures.Select(f => f.Figure.Numerator), Is.EqualTo(new[] { 90m, 7689m }));
            Assert.That(await CurrentAsync(Buoi), Is.EquivalentTo(new[] { ("OFFICIALS", (long?)95, (long?)119), ("ADULTS", 7689, 12705) }));
        });
    }

    [Test]
    public async Task A_consolidated_workbook_makes_a_submission_for_each_ward_that_says_something_new()
    {
        await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));

        var outcome = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_district, "003", _bench.Figure(Buoi, "OFFICIALS", 90, 119), _bench.Figure(NhatTan, "OFFICIALS", 63, 131));

        Assert.Multiple(async () =>
        {
            Assert.That(outcome.Wards.Select(w => w.Ward.Code), Is.EqualTo(new[] { NhatTan }));
            Assert.That(await RowsAsync(), Is.EqualTo((2, 2)));
            Assert.That((await _bench.Of<ReceiptQuery>().FindAsync(outcome.ReceiptId, _district, default))?.Wards.Single().Ward.Name, Is.EqualTo("Nhật Tân"));
        });
    }

    [Test]
    public async Task A_ward_sees_its_own_line_of_a_consolidated_workbook_and_not_the_file()
    {
        var outcome = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_district, "003", _bench.Figure(Buoi, "OFFICIALS", 90, 119), _bench.Figure(NhatTan, "OFFICIALS", 63, 131));
        var own = outcome.Wards.Single(w => w.Ward.Code == Buoi).SubmissionId;
        var other = outcome.Wards.Single(w => w.Ward.Code == NhatTan).SubmissionId;
        var query = _bench.Of<SubmissionQuery>();

        Assert.Multiple(async () =>
        {
            Assert.That((await query.FindAsync(own, _ward, default))?.Workbook, Is.Null);
            Assert.That(await query.OpenWorkbookAsync(own, _ward, default), Is.Null);
            Assert.That(await query.FindAsync(other, _ward, default), Is.Null);
            Assert.That((await _bench.Of<ReceiptQuery>().FindAsync(outcome.ReceiptId, _ward, default))?.Wards, Has.Count.EqualTo(1));
            await using var opened = (await query.OpenWorkbookAsync(own, _district, default))!.Content;
            Assert.That(opened.Length, Is.EqualTo(36));
        });
    }

    [Test]
    public async Task A_returned_report_does_not_count_until_it_is_sent_again_even_unchanged()
    {
        var first = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));
        var id = first.Wards.Single().SubmissionId;

        var returned = await _bench.Of<SubmissionReturn>().ReturnAsync(id, "  Rà soát lại danh sách.  ", _district, default);
        var while_ = await CurrentAsync(Buoi);
        var home = (await _bench.Of<WardHomeQuery>().OfWardAsync(_bench.Unit(Buoi).Key, _ward, default))!;
        var again = await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));

        Assert.Multiple(async () =>
        {
            Assert.That(returned, Is.TypeOf<ReturnOutcome.Returned>());
            Assert.That(while_, Is.Empty);
            Assert.That(home.Due.State, Is.EqualTo(WardMonthState.Returned));
            Assert.That(home.Due.Report?.ReturnReason, Is.EqualTo("Rà soát lại danh sách."));
            Assert.That((again as SubmissionOutcome.Accepted)?.Wards.Single().Revision, Is.EqualTo(2));
            Assert.That(await CurrentAsync(Buoi), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task No_month_before_the_campaign_is_overdue()
    {
        var home = (await _bench.Of<WardHomeQuery>().OfWardAsync(_bench.Unit(Buoi).Key, _ward, default))!;

        Assert.That(home.Months.Select(m => m.Period.ToString()), Is.EqualTo(new[] { "2025-05", "2025-04" }));
    }

    [Test]
    public async Task Only_those_above_the_ward_give_a_report_back_once_and_with_a_reason()
    {
        var kept = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));
        var id = kept.Wards.Single().SubmissionId;
        var give = _bench.Of<SubmissionReturn>();

        Assert.Multiple(async () =>
        {
            Assert.That(await give.ReturnAsync(id, "Vì sao?", _ward, default), Is.TypeOf<ReturnOutcome.NotYours>());
            Assert.That(await give.ReturnAsync(id, "Vì sao?", _bench.Officer(AccountRole.Leader, "003"), default), Is.TypeOf<ReturnOutcome.NotYours>());
            Assert.That(await give.ReturnAsync(id, "Vì sao?", _bench.Officer(AccountRole.DistrictOfficer, "001"), default), Is.TypeOf<ReturnOutcome.NotYours>());
            Assert.That(await give.ReturnAsync(id + 1, "Vì sao?", _district, default), Is.TypeOf<ReturnOutcome.NotYours>());
            Assert.That(await give.ReturnAsync(id, "   ", _district, default), Is.TypeOf<ReturnOutcome.ReasonMissing>());
            Assert.That(await CurrentAsync(Buoi), Has.Count.EqualTo(1));
            Assert.That(await give.ReturnAsync(id, "Rà soát lại.", _district, default), Is.TypeOf<ReturnOutcome.Returned>());
            Assert.That(await give.ReturnAsync(id, "Rà soát lại.", _district, default), Is.TypeOf<ReturnOutcome.NoLongerCurrent>());
        });
    }

    [Test]
    public async Task Late_is_judged_on_the_first_revision()
    {
        await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));
        _bench.Clock.Now = _bench.Clock.Now.AddDays(20);
        var corrected = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 95, 119));
        await _bench.KeepAsync(_district, NhatTan, _bench.Figure(NhatTan, "OFFICIALS", 63, 131));

        var district = await _bench.Of<WardHomeQuery>().OfDistrictAsync(_bench.Unit("003").Key, SubmissionBench.May, _district, default);

        Assert.Multiple(async () =>
        {
            Assert.That(district, Has.Count.EqualTo(8));
            Assert.That(district.Single(w => w.Ward.Code == Buoi).Month.State, Is.EqualTo(WardMonthState.OnTime));
            Assert.That(district.Single(w => w.Ward.Code == NhatTan).Month.State, Is.EqualTo(WardMonthState.Late));
            Assert.That(district.Single(w => w.Ward.Code == "00112").Month.State, Is.EqualTo(WardMonthState.Overdue));
            Assert.That((await _bench.Of<ReceiptQuery>().FindAsync(corrected.ReceiptId, _ward, default))?.Wards.Single().IsLate, Is.False);
        });
    }

    [Test]
    public async Task A_failed_transaction_leaves_neither_row_nor_file()
    {
        // An indicator that no register has: the rows are refused by the database after the file was stored.
        Assert.That(async () => await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "NO_SUCH", 1, 2)), Throws.InstanceOf<DbUpdateException>());

        Assert.Multiple(async () =>
        {
            Assert.That(await RowsAsync(), Is.EqualTo((0, 0)));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks), Is.Empty);
            Assert.That(await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119)), Is.TypeOf<SubmissionOutcome.Accepted>(), "the writer lives on");
        });
    }

    [Test]
    public async Task What_a_killed_process_left_between_file_and_row_is_cleared_away_at_the_next_start()
    {
        var folder = _bench.Database.Directory;
        var leftover = Path.Combine(folder.Workbooks, "leftover.xlsx");
        var inUse = Path.Combine(folder.Workbooks, "another-process.xlsx");
        var halfUpload = Path.Combine(folder.Drafts, "broken-off.xlsx.part");
        foreach (var file in new[] { leftover, inUse, halfUpload })
        {
            await File.WriteAllTextAsync(file, "x");
        }

        File.SetLastWriteTimeUtc(leftover, _bench.Clock.Now.UtcDateTime.AddHours(-2));
        File.SetLastWriteTimeUtc(halfUpload, _bench.Clock.Now.UtcDateTime.AddHours(-2));
        File.SetLastWriteTimeUtc(inUse, _bench.Clock.Now.UtcDateTime);
        await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));

        await _bench.Of<KpiTracker.Data.DatabaseStart>().PrepareAsync();

        var files = Directory.GetFiles(folder.Root, "*.xlsx*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).ToList();
        Assert.That(files, Has.Count.EqualTo(2).And.Contains("another-process.xlsx").And.None.EqualTo("leftover.xlsx"));
    }

    [Test]
    public async Task Many_at_once_are_all_kept()
    {
        var wards = _bench.Registers.Units.WardsOf(_bench.Unit("01").Key, SubmissionBench.May).Take(100).ToList();
        var administrator = _bench.Officer(AccountRole.Administrator, "01");

        var outcomes = await Task.WhenAll(wards.Select(w => _bench.KeepAsync(administrator, w.Code, _bench.Figure(w.Code, "OFFICIALS", 1, 2))));

        Assert.Multiple(async () =>
        {
            Assert.That(outcomes, Has.All.TypeOf<SubmissionOutcome.Accepted>());
            Assert.That(await RowsAsync(), Is.EqualTo((100, 100)));
        });
    }

    [Test]
    public async Task Work_that_fails_takes_nothing_of_its_neighbours_with_it()
    {
        var writer = _bench.Of<DatabaseWriter>();
        var work = Enumerable.Range(0, 20).Select(i => writer.WriteAsync(async db =>
        {
            db.Holidays.Add(new() { Date = new DateOnly(2030, 1, 1).AddDays(i), Name = "thử" });
            await db.SaveChangesAsync();
            return i % 2 == 0 ? i : throw new InvalidOperationException("thử");
        })).ToList();

        var failed = 0;
        foreach (var piece in work)
        {
            try
            {
                await piece;
            }
            catch (InvalidOperationException)
            {
                failed++;
            }
        }

        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        Assert.That((failed, await db.Holidays.CountAsync(h => h.Name == "thử")), Is.EqualTo((10, 10)));
    }

    private async Task<List<(string, long?, long?)>> CurrentAsync(string ward)
    {
        var id = _bench.Registers.IdOf(_bench.Unit(ward).Key);
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        var rows = await db.CurrentFigures.Where(f => f.UnitId == id).ToListAsync();
        return [.. rows.Select(f => (f.IndicatorCode, f.Numerator, f.Denominator))];
    }

    private async Task<(int Workbooks, int Submissions)> RowsAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return (await db.Workbooks.CountAsync(), await db.Submissions.CountAsync());
    }
}
