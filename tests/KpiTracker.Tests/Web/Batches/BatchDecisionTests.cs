using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Batches;

/// <summary>What the sender decides about single files and about the whole, and what nobody else may decide.</summary>
internal sealed class BatchDecisionTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";

    private BatchBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await BatchBench.CreateAsync();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Two_files_for_one_ward_are_asked_about_and_only_the_chosen_one_is_sent()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(Buoi, reached: 90)), ("c.xlsx", _bench.Ward(NhatTan)));
        var files = (await _bench.FindAsync(batch)).Files;
        Assert.That(files.Take(2).Select(f => (f.State, f.Reason)), Is.All.EqualTo((BatchFileState.Questioned, BatchReasons.SameWard)));
        Assert.That(files[2].State, Is.EqualTo(BatchFileState.Good));

        await _bench.Actions.TakeOnlyAsync(batch, 2, _bench.Officer, default);
        await _bench.ConfirmAsync(batch);

        Assert.That((await _bench.FindAsync(batch)).Files.Select(f => (f.State, f.Reason)), Is.EqualTo(new[]
        {
            (BatchFileState.LeftOut, (string?)BatchReasons.OtherChosen), (BatchFileState.Kept, null), (BatchFileState.Kept, null),
        }));
        await using var db = await _bench.Submissions.Database.Factory.CreateDbContextAsync();
        var buoi = _bench.Submissions.Registers.IdOf(_bench.Submissions.Unit(Buoi).Key);
        Assert.That(db.CurrentFigures.Where(f => f.UnitId == buoi).Select(f => f.Numerator), Is.All.EqualTo(90));
    }

    [Test]
    public async Task Of_two_files_for_one_ward_the_other_goes_on_when_one_is_left_out()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(Buoi)));
        await _bench.Actions.LeaveOutAsync(batch, 1, _bench.Officer, default);
        Assert.That(await _bench.StatesAsync(batch), Is.EqualTo(new[] { BatchFileState.LeftOut, BatchFileState.Good }));

        await _bench.Actions.RetryAsync(batch, 1, _bench.Officer, default);
        await _bench.WorkAsync();
        Assert.That(await _bench.StatesAsync(batch), Is.All.EqualTo(BatchFileState.Questioned), "taken back, it is asked about again");
    }

    [Test]
    public async Task A_consolidated_workbook_beside_a_ward_s_own_is_asked_about()
    {
        var both = BatchBench.Plain("UBND PHƯỜNG BƯỞI");
        var sample = await File.ReadAllBytesAsync(Path.Combine(Architecture.Repository.Root, "data", "samples", "quan-tay-ho-tong-hop-2025-05.xlsx"));
        var batch = await _bench.UploadAndWorkAsync(("phuong.xlsx", both), ("tong-hop.xlsx", sample));
        Assert.That((await _bench.FindAsync(batch)).Files.Select(f => f.Reason), Is.All.EqualTo(BatchReasons.SameWard));
    }

    [Test]
    public async Task A_file_that_names_no_ward_is_read_for_the_ward_chosen_by_hand()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", BatchBench.Plain("BÁO CÁO THÁNG")));
        Assert.That((await _bench.FindAsync(batch)).Files.Select(f => (f.State, f.Reason)), Is.EqualTo(new[] { (BatchFileState.UnitUnknown, BatchReasons.NoWardNamed) }));

        Assert.That(await _bench.Actions.ChooseWardAsync(batch, 1, "00010", _bench.Officer, default), Is.EqualTo(BatchActionOutcome.NoSuchWard), "of another district");
        Assert.That(await _bench.Actions.ChooseWardAsync(batch, 1, "003", _bench.Officer, default), Is.EqualTo(BatchActionOutcome.NoSuchWard), "no ward");
        Assert.That(await _bench.Actions.ChooseWardAsync(batch, 1, Buoi, _bench.Officer, default), Is.EqualTo(BatchActionOutcome.Done));
        await _bench.WorkAsync();
        await _bench.ConfirmAsync(batch);

        Assert.That(await _bench.OnRecordAsync(), Is.EqualTo(new[] { Buoi }));
    }

    [Test]
    public async Task A_file_s_name_only_suggests_its_ward()
    {
        var batch = await _bench.UploadAndWorkAsync(("phuong-buoi-thang-5.xlsx", BatchBench.Plain("BÁO CÁO THÁNG")));
        Assert.That((await _bench.FindAsync(batch)).Files.Select(f => (f.State, f.Reason)), Is.EqualTo(new[] { (BatchFileState.UnitUnknown, BatchReasons.Suggested + Buoi) }));
    }

    [Test]
    public async Task A_ward_of_another_district_is_never_taken_for_one_of_ours()
    {
        var stranger = _bench.Submissions.Registers.Units.WardsOf(_bench.Submissions.Unit("006").Key, Submissions.SubmissionBench.May)[0];
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", WardWorkbooks.Of(stranger)));
        Assert.That((await _bench.FindAsync(batch)).Files.Select(f => (f.State, f.Reason)), Is.EqualTo(new[] { (BatchFileState.UnitUnknown, BatchReasons.OtherUnit) }));
    }

    [Test]
    public async Task Nothing_is_sent_while_files_are_still_being_read()
    {
        var batch = await _bench.UploadAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(NhatTan)));
        await _bench.Submissions.Of<BatchWork>().DoNextAsync(default);
        Assert.That(await _bench.Actions.ConfirmAsync(batch, _bench.Officer, default), Is.EqualTo(BatchActionOutcome.StillWorking));
        Assert.That(await _bench.StatesAsync(batch), Is.EqualTo(new[] { BatchFileState.Good, BatchFileState.Waiting }));
    }

    [Test]
    public async Task A_discarded_batch_leaves_what_was_sent_and_nothing_else()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)));
        await _bench.ConfirmAsync(batch);
        var second = await _bench.UploadAndWorkAsync(("b.xlsx", _bench.Ward(NhatTan)), ("c.docx", [1, 2, 3]));

        Assert.That(await RemoveAsync(batch, _bench.Officer), Is.EqualTo(BatchActionOutcome.Done));
        Assert.That(await RemoveAsync(second, _bench.Officer), Is.EqualTo(BatchActionOutcome.Done));

        Assert.Multiple(async () =>
        {
            Assert.That(Directory.GetFiles(_bench.Drafts), Is.Empty);
            Assert.That(await _bench.OnRecordAsync(), Is.EqualTo(new[] { Buoi }));
            await using var db = await _bench.Submissions.Database.Factory.CreateDbContextAsync();
            Assert.That(db.UploadBatches.Count() + db.BatchFiles.Count(), Is.Zero);
            Assert.That(db.ReportDrafts.Count(d => d.ReceiptId == null), Is.Zero);
        });
    }

    [Test]
    public async Task A_batch_is_cleared_away_after_a_week()
    {
        await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)));
        _bench.Submissions.Clock.Now += TimeSpan.FromDays(8);
        await _bench.Submissions.Of<DatabaseStart>().PrepareAsync();
        await using var db = await _bench.Submissions.Database.Factory.CreateDbContextAsync();
        Assert.That(db.UploadBatches.Count() + db.BatchFiles.Count() + db.ReportDrafts.Count(), Is.Zero);
    }

    [TestCase(AccountRole.DistrictOfficer, "006")]
    [TestCase(AccountRole.Leader, "003")]
    [TestCase(AccountRole.WardOfficer, Buoi)]
    public async Task Nobody_else_sees_or_touches_it(AccountRole role, string unit)
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", BatchBench.Plain("BÁO CÁO")));
        var stranger = _bench.Submissions.Officer(role, unit);
        var query = _bench.Submissions.Of<BatchQuery>();
        Assert.Multiple(async () =>
        {
            Assert.That(await query.FindAsync(batch, stranger, default), Is.Null);
            Assert.That(await query.CountAsync(batch, stranger, default), Is.Null);
            Assert.That(await query.OpenAsync(stranger, default), Is.Empty);
            Assert.That(await _bench.Actions.ConfirmAsync(batch, stranger, default), Is.EqualTo(BatchActionOutcome.NotFound));
            Assert.That(await _bench.Actions.RetryFailedAsync(batch, stranger, default), Is.EqualTo(BatchActionOutcome.NotFound));
            Assert.That(await _bench.Actions.ChooseWardAsync(batch, 2, Buoi, stranger, default), Is.EqualTo(BatchActionOutcome.NotFound));
            Assert.That(await _bench.Actions.LeaveOutAsync(batch, 1, stranger, default), Is.EqualTo(BatchActionOutcome.NotFound));
            Assert.That(await RemoveAsync(batch, stranger), Is.EqualTo(BatchActionOutcome.NotFound));
            Assert.That(await query.OpenAsync(_bench.Officer, default), Has.Count.EqualTo(1));
        });
    }

    private Task<BatchActionOutcome> RemoveAsync(Guid batch, Officer officer) => _bench.Submissions.Of<BatchRemoval>().DiscardAsync(batch, officer, default);
}
