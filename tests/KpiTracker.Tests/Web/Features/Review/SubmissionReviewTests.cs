using KpiTracker.Data.Accounts;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Live;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Features.Review;

/// <summary>Who approves and re-opens what, once, and in which revision.</summary>
internal sealed class SubmissionReviewTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";

    private SubmissionBench _bench = null!;
    private Officer _ward = null!;
    private Officer _district = null!;

    private SubmissionReview Review => _bench.Of<SubmissionReview>();

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        _ward = _bench.Officer(AccountRole.WardOfficer, Buoi);
        _district = _bench.Officer(AccountRole.DistrictOfficer, "003");
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(AccountRole.WardOfficer, Buoi, false)]
    [TestCase(AccountRole.Leader, "003", false)]
    [TestCase(AccountRole.Leader, "01", false)]
    [TestCase(AccountRole.DistrictOfficer, "001", false)]
    [TestCase(AccountRole.DistrictOfficer, "003", true)]
    [TestCase(AccountRole.Administrator, "001", true)]
    public async Task Only_those_above_the_ward_approve_and_re_open(AccountRole role, string unit, bool may)
    {
        var id = await SendAsync(Buoi, 90);
        var officer = _bench.Officer(role, unit);

        var approved = await ApproveAsync(officer, id);
        await ApproveAsync(_district, id);
        var reopened = await Review.ReopenAsync(id, "Sai số học sinh.", officer, default);

        Assert.That(
            (approved, reopened),
            Is.EqualTo(may ? (ApprovalOutcome.Approved, ReopenOutcome.Reopened) : (ApprovalOutcome.NotYours, ReopenOutcome.NotYours)));
    }

    [Test]
    public async Task Approved_twice_is_recorded_once_and_the_first_name_stays()
    {
        var id = await SendAsync(Buoi, 90);
        var first = await ApproveAsync(_district, id);
        var second = await ApproveAsync(_bench.Officer(AccountRole.Administrator, "01"), id);

        var details = await DetailsAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That((first, second), Is.EqualTo((ApprovalOutcome.Approved, ApprovalOutcome.AlreadyApproved)));
            Assert.That(details.Lock, Is.EqualTo(new MonthLock(_district.Name, _bench.Clock.Now)));
            Assert.That(details.Steps.Select(s => s.Action), Is.EqualTo(new[] { ReviewAction.Approve }));
        });
    }

    [Test]
    public async Task A_revision_that_was_replaced_or_given_back_meanwhile_is_not_approved()
    {
        var seen = await SendAsync(Buoi, 90);
        var later = await SendAsync(Buoi, 95);
        var returned = await SendAsync(NhatTan, 60);
        await _bench.Of<SubmissionReturn>().ReturnAsync(returned, "Rà soát lại.", _district, default);

        var outcomes = await Review.ApproveAsync([seen, returned, 4711], _district, default);

        Assert.Multiple(async () =>
        {
            Assert.That(outcomes, Is.EqualTo(new[] { ApprovalOutcome.Replaced, ApprovalOutcome.Returned, ApprovalOutcome.NotYours }));
            Assert.That((await DetailsAsync(later)).State, Is.EqualTo(ReviewState.Waiting));
            Assert.That(await ApproveAsync(_district, later), Is.EqualTo(ApprovalOutcome.Approved));
            Assert.That(await ApproveAsync(_district, seen), Is.EqualTo(ApprovalOutcome.Replaced), "not the revision that was looked at");
        });
    }

    [Test]
    public async Task An_approved_report_is_given_back_only_after_re_opening()
    {
        var id = await SendAsync(Buoi, 90);
        await ApproveAsync(_district, id);

        var while_ = await _bench.Of<SubmissionReturn>().ReturnAsync(id, "Rà soát lại.", _district, default);
        await Review.ReopenAsync(id, "Sai số học sinh.", _district, default);
        var after = await _bench.Of<SubmissionReturn>().ReturnAsync(id, "Rà soát lại.", _district, default);

        Assert.That((while_, after), Is.EqualTo((new ReturnOutcome.Closed(), new ReturnOutcome.Returned())));
    }

    [Test]
    public async Task Re_opening_needs_a_reason_and_something_approved()
    {
        var id = await SendAsync(Buoi, 90);
        var early = await Review.ReopenAsync(id, "Sai số học sinh.", _district, default);
        await ApproveAsync(_district, id);
        var silent = await Review.ReopenAsync(id, "  ", _district, default);
        var done = await Review.ReopenAsync(id, " Sai số học sinh. ", _district, default);
        var again = await Review.ReopenAsync(id, "Sai số học sinh.", _district, default);

        Assert.That(
            (early, silent, done, again),
            Is.EqualTo((ReopenOutcome.NotApproved, ReopenOutcome.ReasonMissing, ReopenOutcome.Reopened, ReopenOutcome.NotApproved)));
    }

    [Test]
    public async Task Every_step_stays_on_record_with_who_when_and_why()
    {
        var first = await SendAsync(Buoi, 90);
        await _bench.Of<SubmissionReturn>().ReturnAsync(first, "Rà soát lại.", _district, default);
        var second = await SendAsync(Buoi, 95);
        await ApproveAsync(_district, second);
        _bench.Clock.Now = _bench.Clock.Now.AddDays(1);
        await Review.ReopenAsync(second, "Sai số học sinh.", _district, default);
        await ApproveAsync(_district, second);

        var steps = (await DetailsAsync(first)).Steps;
        Assert.Multiple(() =>
        {
            Assert.That(steps.Select(s => (s.Revision, s.Action, s.Reason)), Is.EqualTo(new[]
            {
                (2, ReviewAction.Approve, null),
                (2, ReviewAction.Reopen, "Sai số học sinh."),
                (2, ReviewAction.Approve, null),
                (1, ReviewAction.Return, "Rà soát lại."),
            }));
            Assert.That(steps.Select(s => s.ByName), Has.All.EqualTo(_district.Name));
            Assert.That(steps[0].At, Is.EqualTo(_bench.Clock.Now));
        });
    }

    [Test]
    public async Task Open_pages_hear_of_an_approval_and_of_a_re_opening()
    {
        var ids = new[] { await SendAsync(Buoi, 90), await SendAsync(NhatTan, 60) };
        using var reading = _bench.Of<ReportNewsBoard>().Read();
        await Review.ApproveAsync(ids, _district, default);
        await Review.ApproveAsync(ids, _district, default);
        await Review.ReopenAsync(ids[0], "Sai số học sinh.", _district, default);

        Assert.That(
            reading.Take().Select(n => (n.Ward.Code, n.What)),
            Is.EqualTo(new[] { (Buoi, NewsKind.Approve), (NhatTan, NewsKind.Approve), (Buoi, NewsKind.Reopen) }));
    }

    private async Task<int> SendAsync(string ward, decimal figure) =>
        ((SubmissionOutcome.Accepted)await _bench.KeepAsync(_district, ward, _bench.Figure(ward, "OFFICIALS", figure, 119))).Wards.Single().SubmissionId;

    private async Task<ApprovalOutcome> ApproveAsync(Officer officer, int id) => (await Review.ApproveAsync([id], officer, default)).Single();

    private async Task<SubmissionDetails> DetailsAsync(int id) => (await _bench.Of<SubmissionQuery>().FindAsync(id, _district, default))!;
}
