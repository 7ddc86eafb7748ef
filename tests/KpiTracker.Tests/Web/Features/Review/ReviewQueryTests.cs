using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Tests.Web.Features.Review;

/// <summary>What a district officer sees before deciding: the month's wards, their findings and answers, and what moved.</summary>
internal sealed class ReviewQueryTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";

    private SubmissionBench _bench = null!;
    private Officer _district = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync(services => services.AddReview());
        _district = _bench.Officer(AccountRole.DistrictOfficer, "003");
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(AccountRole.Leader, "003")]
    [TestCase(AccountRole.WardOfficer, Buoi)]
    [TestCase(AccountRole.DistrictOfficer, "001")]
    public async Task Who_may_not_approve_sees_no_queue(AccountRole role, string unit) =>
        Assert.That(await _bench.Of<ReviewQuery>().FindAsync(_bench.Unit("003"), SubmissionBench.May, _bench.Officer(role, unit), default), Is.Null);

    [Test]
    public async Task Each_ward_stands_where_its_report_stands()
    {
        await SendAsync(Buoi, SubmissionBench.May, 90);
        await ApproveAsync(await SendAsync(NhatTan, SubmissionBench.May, 60));

        var month = await FindAsync();

        Assert.Multiple(() =>
        {
            Assert.That((month.Wards, month.Count(ReviewState.Waiting), month.Count(ReviewState.Approved), month.Count(ReviewState.NotSent)), Is.EqualTo((8, 1, 1, 6)));
            Assert.That(month.Waiting.Single().Ward.Code, Is.EqualTo(Buoi));
            Assert.That(month.Waiting.Single().HasDoubts, Is.False);
        });
    }

    [Test]
    public async Task A_large_move_since_the_last_approved_month_is_a_doubt_and_comes_first()
    {
        var april = new ReportingPeriod(2025, 4);
        await ApproveAsync(await SendAsync(Buoi, april, 30));
        await SendAsync(NhatTan, april, 30);
        await SendAsync(Buoi, SubmissionBench.May, 95);
        await SendAsync(NhatTan, SubmissionBench.May, 95);

        var rows = (await FindAsync()).Waiting;

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(r => (r.Ward.Code, r.HasDoubts, r.Since?.ToString())), Is.EqualTo(new[] { (Buoi, true, "2025-04"), (NhatTan, false, null) }));
            Assert.That(
                rows[0].Moves.Single().Sentence(_bench.Registers.Indicator("OFFICIALS"), new("vi")),
                Is.EqualTo("Cán bộ, công chức: số đạt từ 30 thành 95 (+65)."));
        });
    }

    [Test]
    public async Task Of_a_consolidated_workbook_each_ward_has_the_findings_in_its_own_row()
    {
        var report = ACheckedReport.With(At(Buoi, 9), At(NhatTan, 10)) with
        {
            Findings =
            [
                new Finding("R27", Severity.Question, new CellRef("Báo cáo", "C9"), "R21", ["Cán bộ"]),
                new Finding("R21", Severity.Warning, new CellRef("Báo cáo", "D10"), "R21", ["Cán bộ"]),
                new Finding("R24", Severity.Warning, new CellRef("Báo cáo", "H3"), "R21", ["Cán bộ"]),
                new Finding("R32", Severity.Warning, null, "R21", ["Cán bộ"]),
            ],
        };
        await KeepAsync("003", SubmissionBench.May, report, SubmissionAnswers.ToAll("Đã đối chiếu sổ."));

        var rows = (await FindAsync()).Waiting;

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(r => (r.Ward.Code, string.Join(' ', r.Findings.Select(f => f.Finding.Code)), r.HasDoubts)), Is.EqualTo(new[] { (Buoi, "R27", true), (NhatTan, "R21", false) }));
            Assert.That(rows.Select(r => string.Join(' ', r.OfWholeFile.Select(f => f.Finding.Code))), Has.All.EqualTo("R24 R32"));
            Assert.That(rows[0].Findings.Single().Answer, Is.EqualTo("Đã đối chiếu sổ."));
        });
    }

    [Test]
    public async Task A_re_opened_month_says_who_when_why_and_what_differs_from_the_approved_revision_and_is_not_ticked()
    {
        var approved = await SendAsync(Buoi, SubmissionBench.May, 90);
        await ApproveAsync(approved);
        _bench.Clock.Now = _bench.Clock.Now.AddDays(1);
        await _bench.Of<SubmissionReview>().ReopenAsync(approved, "Phường báo nhầm.", _district, default);
        var before = (await FindAsync()).Waiting.Single();
        await SendAsync(Buoi, SubmissionBench.May, 93);
        await SendAsync(Buoi, SubmissionBench.May, 95);

        var row = (await FindAsync()).Waiting.Single();

        Assert.Multiple(() =>
        {
            Assert.That((before.Report.IsReopenedOnly, before.SinceReopened?.Count, before.HasDoubts), Is.EqualTo((true, 0, true)));
            Assert.That(row.Report.Steps, Is.EqualTo(new[] { new ReviewStepOnRecord(1, ReviewAction.Reopen, _bench.Clock.Now, _district.Name, "Phường báo nhầm.") }));
            Assert.That((row.Report.Revision, row.Report.IsReopenedOnly, row.Moves.Count, row.HasDoubts), Is.EqualTo((3, false, 0, true)));
            Assert.That(
                row.SinceReopened?.Single().Sentence(_bench.Registers.Indicator("OFFICIALS"), new("vi")),
                Is.EqualTo("Cán bộ, công chức: số đạt từ 90 thành 95 (+5)."));
        });
    }

    [Test]
    public async Task The_ward_sees_the_re_opening_of_its_month_until_it_is_approved_again()
    {
        var id = await SendAsync(Buoi, SubmissionBench.May, 90);
        await ApproveAsync(id);
        await _bench.Of<SubmissionReview>().ReopenAsync(id, "Phường báo nhầm.", _district, default);

        var reopened = await WardAsync();
        await ApproveAsync(id);
        var closed = await WardAsync();

        Assert.Multiple(() =>
        {
            Assert.That((reopened.Reopening?.ByName, reopened.Reopening?.Reason, reopened.IsReopenedOnly), Is.EqualTo((_district.Name, "Phường báo nhầm.", true)));
            Assert.That((closed.Reopening, closed.IsReopenedOnly, closed.Steps.Count), Is.EqualTo(((ReviewStepOnRecord?)null, false, 1)));
        });
    }

    [Test]
    public async Task A_returned_report_says_who_gave_it_back_when_and_why()
    {
        var id = await SendAsync(Buoi, SubmissionBench.May, 90);
        await SendAsync(NhatTan, SubmissionBench.May, 60);
        await _bench.Of<SubmissionReturn>().ReturnAsync(id, "Sai tổng số.", _district, default);

        var month = await FindAsync();

        Assert.Multiple(() =>
        {
            Assert.That(
                month.Others.Single(o => o.Month.Review == ReviewState.Returned).Month.Report?.Steps,
                Is.EqualTo(new[] { new ReviewStepOnRecord(1, ReviewAction.Return, _bench.Clock.Now, _district.Name, "Sai tổng số.") }));
            Assert.That(month.Waiting.Single().Report.Steps, Is.Empty);
        });
    }

    [Test]
    public async Task What_became_of_reports_is_what_the_database_says()
    {
        var first = await SendAsync(Buoi, SubmissionBench.May, 90);
        await SendAsync(Buoi, SubmissionBench.May, 95);
        var approved = await SendAsync(NhatTan, SubmissionBench.May, 60);
        await ApproveAsync(approved);

        var results = await _bench.Of<ReviewQuery>().ResultsAsync([first, approved], _district, default);
        var strangers = await _bench.Of<ReviewQuery>().ResultsAsync([first, approved], _bench.Officer(AccountRole.DistrictOfficer, "001"), default);

        Assert.Multiple(() =>
        {
            Assert.That(results.Select(r => (r.Ward.Code, r.IsCurrent, r.Lock is null)), Is.EqualTo(new[] { (NhatTan, true, false), (Buoi, false, true) }));
            Assert.That(strangers, Is.Empty);
        });
    }

    private async Task<MonthReview> FindAsync() => (await _bench.Of<ReviewQuery>().FindAsync(_bench.Unit("003"), SubmissionBench.May, _district, default))!;

    private async Task<WardReportOnRecord> WardAsync() =>
        (await _bench.Of<WardHomeQuery>().OfWardAsync(_bench.Unit(Buoi).Key, _bench.Officer(AccountRole.WardOfficer, Buoi), default))!.Due.Report!;

    private async Task ApproveAsync(int id) => await _bench.Of<SubmissionReview>().ApproveAsync([id], _district, default);

    private ReportedObservation At(string ward, int row) =>
        _bench.Figure(ward, "OFFICIALS", 60, 119) with { Cell = new CellRef("Báo cáo", FormattableString.Invariant($"E{row}")) };

    private async Task<int> SendAsync(string ward, ReportingPeriod period, decimal figure) =>
        (await KeepAsync(ward, period, ACheckedReport.With(_bench.Figure(ward, "OFFICIALS", figure, 119)), SubmissionAnswers.None)).Wards.Single().SubmissionId;

    private async Task<SubmissionOutcome.Accepted> KeepAsync(string unit, ReportingPeriod period, CheckedReport report, SubmissionAnswers answers)
    {
        using var bytes = new MemoryStream(Guid.NewGuid().ToByteArray());
        var stored = (StoredUpload.Stored)await _bench.Drafts.StoreAsync(new IncomingReport(bytes, "bao-cao.xlsx", _bench.Unit(unit).Key, period, WorkbookOrigin.Web), _district, default);
        return (SubmissionOutcome.Accepted)await _bench.Of<SubmissionKeeping>().KeepAsync(stored.Sent, report, answers, default);
    }
}
