using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Tests.Architecture;
using KpiTracker.Web.Features.Batches;
using KpiTracker.Web.Features.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Batches;

/// <summary>From many files to reports on record: each file for itself, whatever becomes of the others, the page or the process.</summary>
internal sealed class BatchWorkTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";
    private const string TuLien = "00097";

    private BatchBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await BatchBench.CreateAsync();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Good_files_find_their_wards_and_are_sent_together()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", BatchBench.Plain("UBND PHƯỜNG NHẬT TÂN")));

        var read = await _bench.FindAsync(batch);
        Assert.Multiple(() =>
        {
            Assert.That(read.Files.Select(f => f.State), Is.All.EqualTo(BatchFileState.Good));
            Assert.That(read.Files.Select(f => f.Unit?.Code), Is.EqualTo(new[] { Buoi, NhatTan }));
            Assert.That(read.Files[0].Figures, Is.EqualTo(_bench.Submissions.Registers.Indicators.Count));
        });
        Assert.That(await _bench.OnRecordAsync(), Is.Empty, "nothing is sent before it is confirmed");

        await _bench.ConfirmAsync(batch);

        var sent = await _bench.FindAsync(batch);
        Assert.That(sent.Files.Select(f => f.State), Is.All.EqualTo(BatchFileState.Kept));
        Assert.That(sent.Files.Select(f => f.ReceiptId), Is.Unique.And.All.Not.Null);
        Assert.That(await _bench.OnRecordAsync(), Is.EquivalentTo(new[] { Buoi, NhatTan }));
    }

    [Test]
    public async Task A_bad_file_is_named_and_holds_up_nobody()
    {
        var batch = await _bench.UploadAndWorkAsync(
            ("co-loi.xlsx", BatchBench.Plain("UBND PHƯỜNG BƯỞI", reached: 130, total: 120)),
            ("khong-phai.xlsx", [1, 2, 3, 4]),
            ("tot.xlsx", _bench.Ward(NhatTan)));
        await _bench.ConfirmAsync(batch);

        var files = (await _bench.FindAsync(batch)).Files;
        Assert.Multiple(async () =>
        {
            Assert.That(files.Select(f => (f.FileName, f.State)), Is.EqualTo(new[]
            {
                ("co-loi.xlsx", BatchFileState.Rejected), ("khong-phai.xlsx", BatchFileState.Unreadable), ("tot.xlsx", BatchFileState.Kept),
            }));
            Assert.That(files[0].Errors, Is.EqualTo(1));
            Assert.That(files[1].Reason, Is.EqualTo("NotAWorkbook"));
            Assert.That(await _bench.OnRecordAsync(), Is.EqualTo(new[] { NhatTan }));
        });
    }

    [Test]
    public async Task A_new_worker_goes_on_where_the_old_one_was_ended()
    {
        var batch = await _bench.UploadAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(NhatTan)), ("c.xlsx", _bench.Ward(TuLien)));
        await NewWorker().DoNextAsync(default);
        Assert.That((await _bench.FindAsync(batch)).Counts, Has.Property("Waiting").EqualTo(2).And.Property("Good").EqualTo(1));

        await NewWorker().RunUntilEmptyAsync(default);
        await _bench.Actions.ConfirmAsync(batch, _bench.Officer, default);
        await NewWorker().DoNextAsync(default);
        Assert.That(await _bench.StatesAsync(batch), Is.EqualTo(new[] { BatchFileState.Kept, BatchFileState.Confirming, BatchFileState.Confirming }));
        await NewWorker().RunUntilEmptyAsync(default);

        Assert.That(await _bench.StatesAsync(batch), Is.All.EqualTo(BatchFileState.Kept));
        Assert.That(await _bench.OnRecordAsync(), Is.EquivalentTo(new[] { Buoi, NhatTan, TuLien }));
    }

    [Test]
    public async Task A_file_that_was_sent_just_before_the_end_is_not_sent_again()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)));
        await _bench.Actions.ConfirmAsync(batch, _bench.Officer, default);
        // On record, and then the process ended before the batch was told.
        var draft = (await _bench.FindAsync(batch)).Files[0].DraftId!.Value;
        await _bench.Submissions.Intake.ConfirmAsync(draft, SubmissionAnswers.None, _bench.Officer, default);

        await NewWorker().RunUntilEmptyAsync(default);

        Assert.That(await _bench.StatesAsync(batch), Is.EqualTo(new[] { BatchFileState.Kept }));
        Assert.That(await _bench.OnRecordAsync(), Is.EqualTo(new[] { Buoi }));
    }

    [Test]
    public async Task Confirming_twice_sends_once()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)));
        await _bench.Actions.ConfirmAsync(batch, _bench.Officer, default);
        var second = await _bench.Actions.ConfirmAsync(batch, _bench.Officer, default);
        await _bench.WorkAsync();
        await _bench.ConfirmAsync(batch);

        Assert.That(second, Is.EqualTo(BatchActionOutcome.StillWorking));
        Assert.That(await _bench.OnRecordAsync(), Is.EqualTo(new[] { Buoi }));
    }

    [Test]
    public async Task What_is_on_record_already_is_said_to_be_unchanged()
    {
        await _bench.ConfirmAsync(await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi))));
        var again = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(NhatTan)));
        await _bench.ConfirmAsync(again);

        var batch = await _bench.FindAsync(again);
        Assert.That(batch.Files.Select(f => f.State), Is.EqualTo(new[] { BatchFileState.Unchanged, BatchFileState.Kept }));
        Assert.That(batch.Files[0].ReceiptId, Is.Not.Null, "it leads to the earlier receipt");
        Assert.That(await _bench.OnRecordAsync(), Is.EquivalentTo(new[] { Buoi, NhatTan }));
    }

    [Test]
    public async Task Whoever_was_demoted_meanwhile_sends_nothing_more()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(NhatTan)));
        await _bench.Actions.ConfirmAsync(batch, _bench.Officer, default);
        await NewWorker().DoNextAsync(default);
        await _bench.ChangeRoleAsync(AccountRole.Leader);
        await _bench.WorkAsync();

        var files = (await _bench.FindAsync(batch)).Files;
        Assert.That(files.Select(f => f.State), Is.EqualTo(new[] { BatchFileState.Kept, BatchFileState.Failed }));
        Assert.That(files[1].Reason, Is.EqualTo(BatchReasons.NotYours));
        Assert.That(await _bench.OnRecordAsync(), Is.EqualTo(new[] { Buoi }));

        await _bench.ChangeRoleAsync(AccountRole.DistrictOfficer);
        await _bench.Actions.RetryFailedAsync(batch, _bench.Officer, default);
        await _bench.WorkAsync();
        await _bench.ConfirmAsync(batch);
        Assert.That(await _bench.StatesAsync(batch), Is.All.EqualTo(BatchFileState.Kept));
    }

    [Test]
    public async Task Whoever_was_demoted_meanwhile_has_nothing_read()
    {
        var batch = await _bench.UploadAsync(("a.xlsx", _bench.Ward(Buoi)));
        await _bench.ChangeRoleAsync(AccountRole.Leader);
        await _bench.WorkAsync();
        Assert.That((await _bench.FindAsync(batch)).Files.Select(f => (f.State, f.Reason)), Is.EqualTo(new[] { (BatchFileState.Failed, BatchReasons.NotYours) }));
    }

    [Test]
    public async Task A_consolidated_workbook_is_taken_for_the_batch_s_own_unit()
    {
        var sample = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "data", "samples", "quan-tay-ho-tong-hop-2025-05.xlsx"));
        var batch = await _bench.UploadAndWorkAsync(("tong-hop.xlsx", sample));
        var file = (await _bench.FindAsync(batch)).Files.Single();
        Assert.That(file.Unit?.Code, Is.EqualTo("003"));
        Assert.That(file.Figures, Is.GreaterThan(8));
    }

    [Test]
    public async Task A_file_sent_or_thrown_away_on_its_own_page_is_shown_as_that()
    {
        var batch = await _bench.UploadAndWorkAsync(("a.xlsx", _bench.Ward(Buoi)), ("b.xlsx", _bench.Ward(NhatTan)));
        var files = (await _bench.FindAsync(batch)).Files;
        await _bench.Submissions.Intake.ConfirmAsync(files[0].DraftId!.Value, SubmissionAnswers.None, _bench.Officer, default);
        await using (var db = await _bench.Submissions.Database.Factory.CreateDbContextAsync())
        {
            db.ReportDrafts.Remove(db.ReportDrafts.Single(d => d.Id == files[1].DraftId));
            await db.SaveChangesAsync();
        }

        var now = await _bench.FindAsync(batch);
        Assert.That(now.Files.Select(f => (f.State, f.Reason)), Is.EqualTo(new[] { (BatchFileState.Kept, (string?)null), (BatchFileState.LeftOut, BatchReasons.DraftGone) }));
    }

    private BatchWork NewWorker() => ActivatorUtilities.CreateInstance<BatchWork>(_bench.Submissions.Database.Services);
}
