using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Review;

/// <summary>How the approving of one report ended.</summary>
internal enum ApprovalOutcome
{
    Approved,

    /// <summary>It was approved before; nothing was recorded anew.</summary>
    AlreadyApproved,

    /// <summary>It was given back meanwhile.</summary>
    Returned,

    /// <summary>The ward has sent a later revision, which nobody has looked at yet.</summary>
    Replaced,

    /// <summary>Unknown, or not the officer's to approve: the two look the same from outside.</summary>
    NotYours,
}

/// <summary>How the re-opening of an approved month ended.</summary>
internal enum ReopenOutcome
{
    Reopened,

    /// <summary>The ward must be told why.</summary>
    ReasonMissing,

    /// <summary>It is open already, or the revision is no longer the one that counts.</summary>
    NotApproved,

    /// <summary>Unknown, or not the officer's to re-open: the two look the same from outside.</summary>
    NotYours,
}

/// <summary>
/// Approves reports, which closes their wards' month to every way of sending, and re-opens them with a reason. What may be done is decided inside the one
/// writer's transaction on what the database says at that moment, revision by revision: whoever approves has seen that revision and no other.
/// </summary>
internal sealed class SubmissionReview(DatabaseWriter writer, AuditTrail audit, Registers registers, ReportNewsBoard news, TimeProvider time)
{
    /// <param name="submissionIds">The revisions that were looked at.</param>
    /// <returns>For each of them, in their order, how it ended.</returns>
    public async Task<IReadOnlyList<ApprovalOutcome>> ApproveAsync(IReadOnlyList<int> submissionIds, Officer officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var (outcomes, approved) = await writer.WriteAsync(
            async db =>
            {
                var found = await db.Submissions.Where(s => submissionIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
                List<Submission> approved = [];
                List<ApprovalOutcome> outcomes = [];
                foreach (var id in submissionIds)
                {
                    var submission = found.GetValueOrDefault(id);
                    outcomes.Add(submission is null || !officer.MayReturn(snapshot.Units, snapshot.UnitOf(submission.UnitId).Key) ? ApprovalOutcome.NotYours : Outcome(submission));
                    if (outcomes[^1] == ApprovalOutcome.Approved)
                    {
                        Approve(db, submission!, officer, now);
                        approved.Add(submission!);
                        await audit.AppendAsync(db, ReportEvents.Reviewed(AuditAction.ReportApproved, submission!, null, officer));
                    }
                }

                return (outcomes, approved);
            },
            cancellationToken);
        foreach (var month in approved.GroupBy(s => s.Period))
        {
            news.Post(NewsKind.Approve, month.Key, month.Select(s => snapshot.UnitOf(s.UnitId).Key));
        }

        return outcomes;
    }

    /// <param name="reason">Shown to the ward; cut after <see cref="Reason.Longest"/> characters.</param>
    public async Task<ReopenOutcome> ReopenAsync(int submissionId, string? reason, Officer officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var words = Reason.Of(reason);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        Submission? submission = null;
        var outcome = await writer.WriteAsync(
            async db =>
            {
                submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId);
                if (submission is null || !officer.MayReturn(snapshot.Units, snapshot.UnitOf(submission.UnitId).Key))
                {
                    return ReopenOutcome.NotYours;
                }

                if (!submission.IsCurrent || ReviewCourse.After(submission.State, ReviewAction.Reopen) is null)
                {
                    return ReopenOutcome.NotApproved;
                }

                if (words is null)
                {
                    return ReopenOutcome.ReasonMissing;
                }

                (submission.ApprovedAt, submission.ApprovedById, submission.ApprovedByName) = (null, null, null);
                db.ReviewSteps.Add(Step(submission, ReviewAction.Reopen, words, officer, now));
                await audit.AppendAsync(db, ReportEvents.Reviewed(AuditAction.ReportReopened, submission, words, officer));
                return ReopenOutcome.Reopened;
            },
            cancellationToken);
        if (outcome == ReopenOutcome.Reopened)
        {
            news.Post(NewsKind.Reopen, submission!.Period, snapshot.UnitOf(submission.UnitId).Key);
        }

        return outcome;
    }

    // A revision that the ward has replaced says nothing of what counts now.
    private static ApprovalOutcome Outcome(Submission submission) => submission switch
    {
        { IsCurrent: false } => ApprovalOutcome.Replaced,
        { State: ReviewState.Approved } => ApprovalOutcome.AlreadyApproved,
        _ => ReviewCourse.After(submission.State, ReviewAction.Approve) is null ? ApprovalOutcome.Returned : ApprovalOutcome.Approved,
    };

    /// <summary>Without a question: whoever calls has decided it.</summary>
    internal static void Approve(KpiTrackerDbContext db, Submission submission, Officer officer, DateTimeOffset at)
    {
        (submission.ApprovedAt, submission.ApprovedById, submission.ApprovedByName) = (at, officer.AccountId, officer.Name);
        db.ReviewSteps.Add(Step(submission, ReviewAction.Approve, null, officer, at));
    }

    internal static ReviewStep Step(Submission submission, ReviewAction action, string? reason, Officer officer, DateTimeOffset now) => new()
    {
        SubmissionId = submission.Id,
        Action = action,
        At = now,
        ById = officer.AccountId,
        ByName = officer.Name,
        Reason = reason,
    };
}
