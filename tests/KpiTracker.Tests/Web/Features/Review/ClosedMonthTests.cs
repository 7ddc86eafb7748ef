using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Features.Review;

/// <summary>Every way of sending, to a ward's month that was approved: refused with who approved it, and nothing half stored.</summary>
internal sealed class ClosedMonthTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";
    private const string TuLien = "00091";
    private const string BuoiFile = "phuong-buoi-2025-05.xlsx";

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
    public async Task A_file_is_refused_by_the_check_that_every_way_of_sending_asks()
    {
        await ApprovedAsync(Buoi);

        var outcome = await TakeAsync(_ward, Buoi, BuoiFile);

        var finding = ((SubmissionOutcome.Rejected)outcome).Report.Findings.Single(f => f.Severity == Severity.Error);
        Assert.Multiple(async () =>
        {
            Assert.That(finding.Code, Is.EqualTo("R37"));
            Assert.That(finding.Message(new("vi")), Is.EqualTo($"Phường Bưởi: số liệu tháng 05/2025 đã được {_district.Name} duyệt lúc 09:00 05/06/2025 nên tháng này đã khóa, không nhận báo cáo khác."));
            Assert.That(finding.Mend(new("vi")), Does.Contain("Quận Tây Hồ").And.Contain("mở lại tháng 05/2025"));
            Assert.That(await RowsAsync(), Is.EqualTo((1, 1)));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task A_report_that_was_checked_before_the_approval_is_refused_in_the_transaction()
    {
        await ApprovedAsync(Buoi);

        // What is kept here was never held against the record: as if the approval had come in between.
        var outcome = await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 95, 119));

        Assert.Multiple(async () =>
        {
            Assert.That((outcome as SubmissionOutcome.Rejected)?.Report.Findings.Single().TextKey, Is.EqualTo("R37"));
            Assert.That(await RowsAsync(), Is.EqualTo((1, 1)));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks), Has.Length.EqualTo(1));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Has.Length.EqualTo(1), "the draft waits for the re-opening");
        });
    }

    [Test]
    public async Task The_approved_figures_again_are_unchanged_and_answered_with_the_earlier_receipt()
    {
        await ApprovedAsync(Buoi);

        var outcome = await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 90, 119));

        Assert.That(outcome, Is.TypeOf<SubmissionOutcome.Unchanged>());
    }

    [Test]
    public async Task Of_a_consolidated_workbook_the_other_wards_go_in_and_the_closed_one_is_named()
    {
        var closed = await ApprovedAsync(Buoi);

        var outcome = (SubmissionOutcome.Accepted)await _bench.KeepAsync(
            _district,
            "003",
            _bench.Figure(Buoi, "OFFICIALS", 95, 119),
            _bench.Figure(NhatTan, "OFFICIALS", 63, 131),
            _bench.Figure(TuLien, "OFFICIALS", 20, 40));

        var details = (await _bench.Of<SubmissionQuery>().FindAsync(outcome.Wards[0].SubmissionId, _district, default))!;
        var untouched = (await _bench.Of<SubmissionQuery>().FindAsync(closed, _district, default))!;
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Wards.Select(w => w.Ward.Code), Is.EquivalentTo(new[] { NhatTan, TuLien }));
            Assert.That(details.Findings.Single().Finding.Message(new("vi")), Does.StartWith("Phường Bưởi: ").And.Contain(_district.Name));
            Assert.That(untouched.Revisions, Has.Count.EqualTo(1));
            Assert.That(untouched.Figures.Single().Figure.Numerator, Is.EqualTo(90));
        });
    }

    [Test]
    public async Task A_consolidated_workbook_is_checked_without_its_closed_ward()
    {
        await ApprovedAsync(Buoi);
        await using var file = File.OpenRead(Sample("quan-tay-ho-tong-hop-2025-05.xlsx"));
        var draft = (DraftOutcome.Received)await _bench.Drafts.ReceiveAsync(file, "tong-hop.xlsx", _bench.Unit("003").Key, SubmissionBench.May, _district, default);

        var preview = ((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(draft.DraftId, _district, default)).Preview;
        var outcome = (SubmissionOutcome.Accepted)await _bench.Intake.ConfirmAsync(draft.DraftId, SubmissionAnswers.ToAll("Đúng."), _district, default);

        Assert.Multiple(() =>
        {
            Assert.That(preview.IsRejected, Is.False);
            Assert.That(preview.Report.Findings.Where(f => f.Unit == _bench.Unit(Buoi).Key).Select(f => f.TextKey), Is.EqualTo(new[] { "R37.others" }));
            Assert.That(preview.Lines.Where(l => l.Ward!.Code == Buoi), Has.All.Matches<PreviewLine>(l => !l.IsKept));
            Assert.That(outcome.Wards.Select(w => w.Ward.Code), Has.None.EqualTo(Buoi).And.Not.Empty);
        });
    }

    [Test]
    public async Task Nothing_to_report_is_refused()
    {
        await ApprovedAsync(Buoi);

        var outcome = await _bench.Of<NothingToReport>().SendAsync(Buoi, SubmissionBench.May, true, _ward, default);
        var question = await _bench.Of<NothingToReport>().AskAsync(Buoi, SubmissionBench.May, _ward, default);

        Assert.Multiple(async () =>
        {
            Assert.That(outcome, Is.EqualTo(new NothingOutcome.Closed()));
            Assert.That(question?.Lock?.ApprovedByName, Is.EqualTo(_district.Name));
            Assert.That(await RowsAsync(), Is.EqualTo((1, 1)));
        });
    }

    [Test]
    public async Task An_approved_empty_month_takes_no_figures()
    {
        await _bench.Of<NothingToReport>().SendAsync(Buoi, SubmissionBench.May, false, _ward, default);
        await ApproveAsync(await CurrentIdAsync(Buoi));

        Assert.That(await TakeAsync(_ward, Buoi, BuoiFile), Is.TypeOf<SubmissionOutcome.Rejected>());
    }

    [Test]
    public async Task An_earlier_revision_is_not_restored()
    {
        var first = await SendAsync(Buoi, 80);
        await ApprovedAsync(Buoi);

        var outcome = await _bench.Of<SubmissionRestore>().RestoreAsync(first, "Lần đầu đúng.", _ward, default);

        Assert.Multiple(async () =>
        {
            Assert.That(outcome, Is.EqualTo(new RestoreOutcome.Closed()));
            Assert.That(await RowsAsync(), Is.EqualTo((2, 2)));
        });
    }

    [Test]
    public async Task After_re_opening_the_ward_sends_again_and_its_figures_are_provisional()
    {
        var id = await ApprovedAsync(Buoi);
        await _bench.Of<SubmissionReview>().ReopenAsync(id, "Sai số học sinh.", _district, default);

        var outcome = (SubmissionOutcome.Accepted)await _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", 95, 119));

        var details = (await _bench.Of<SubmissionQuery>().FindAsync(outcome.Wards.Single().SubmissionId, _ward, default))!;
        Assert.That((details.Revision, details.State, details.Lock), Is.EqualTo((2, ReviewState.Waiting, (MonthLock?)null)));
    }

    [Test]
    public async Task Approved_and_sent_again_at_the_same_moment_one_of_the_two_holds()
    {
        var figure = 1;
        for (var i = 0; i < 20; i++)
        {
            var seen = await SendAsync(Buoi, figure++);
            var approving = _bench.Of<SubmissionReview>().ApproveAsync([seen], _district, default);
            var sending = _bench.KeepAsync(_ward, Buoi, _bench.Figure(Buoi, "OFFICIALS", figure++, 119));
            var (approval, sent) = ((await approving).Single(), await sending);

            Assert.That(
                (approval, sent is SubmissionOutcome.Accepted),
                Is.EqualTo((ApprovalOutcome.Approved, false)).Or.EqualTo((ApprovalOutcome.Replaced, true)));
            await _bench.Of<SubmissionReview>().ReopenAsync(seen, "Thử lại.", _district, default);
        }
    }

    private static string Sample(string file) => Path.Combine(Repository.Root, "data", "samples", file);

    private async Task<SubmissionOutcome> TakeAsync(Officer officer, string unit, string sample)
    {
        await using var file = File.OpenRead(Sample(sample));
        return await _bench.Intake.TakeAsync(new IncomingReport(file, "bao-cao.xlsx", _bench.Unit(unit).Key, SubmissionBench.May, WorkbookOrigin.Web), SubmissionAnswers.ToAll("Đúng."), officer, default);
    }

    private async Task<int> SendAsync(string ward, decimal figure) =>
        ((SubmissionOutcome.Accepted)await _bench.KeepAsync(_district, ward, _bench.Figure(ward, "OFFICIALS", figure, 119))).Wards.Single().SubmissionId;

    private async Task<int> ApprovedAsync(string ward)
    {
        var id = await SendAsync(ward, 90);
        await ApproveAsync(id);
        return id;
    }

    private async Task ApproveAsync(int id) =>
        Assert.That(await _bench.Of<SubmissionReview>().ApproveAsync([id], _district, default), Is.EqualTo(new[] { ApprovalOutcome.Approved }));

    private async Task<int> CurrentIdAsync(string ward)
    {
        var id = _bench.Registers.IdOf(_bench.Unit(ward).Key);
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return await db.Submissions.Where(s => s.UnitId == id && s.IsCurrent).Select(s => s.Id).SingleAsync();
    }

    private async Task<(int Workbooks, int Submissions)> RowsAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return (await db.Workbooks.CountAsync(), await db.Submissions.CountAsync());
    }
}
