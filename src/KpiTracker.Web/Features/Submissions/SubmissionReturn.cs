using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;
using KpiTracker.Web.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the giving back of a report ended.</summary>
internal abstract record ReturnOutcome
{
    private ReturnOutcome()
    {
    }

    public sealed record Returned : ReturnOutcome;

    /// <summary>The ward must be told why.</summary>
    public sealed record ReasonMissing : ReturnOutcome;

    /// <summary>It was given back before, or a later revision has replaced it.</summary>
    public sealed record NoLongerCurrent : ReturnOutcome;

    /// <summary>It was approved: it has to be re-opened first.</summary>
    public sealed record Closed : ReturnOutcome;

    /// <summary>Unknown, or not the officer's to give back: the two look the same from outside.</summary>
    public sealed record NotYours : ReturnOutcome;
}

/// <summary>Gives a report back to its ward with a reason: its figures do not count until it is sent again.</summary>
internal sealed class SubmissionReturn(DatabaseWriter writer, AuditTrail audit, Registers registers, ReportNewsBoard news, TimeProvider time)
{
    /// <param name="reason">Shown to the ward; cut after <see cref="Reason.Longest"/> characters.</param>
    /// <param name="at">When it counts as given back; <c>null</c> is now. Only sample data says otherwise, which is recorded as a whole where it is loaded.</param>
    public async Task<ReturnOutcome> ReturnAsync(int submissionId, string? reason, Officer officer, CancellationToken cancellationToken, DateTimeOffset? at = null)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var words = Reason.Of(reason);
        var now = at ?? time.GetUtcNow();
        Submission? submission = null;
        var outcome = await writer.WriteAsync<ReturnOutcome>(
            async db =>
            {
                submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId);
                if (submission is null || !officer.MayReturn(snapshot.Units, snapshot.UnitOf(submission.UnitId).Key))
                {
                    return new ReturnOutcome.NotYours();
                }

                if (words is null)
                {
                    return new ReturnOutcome.ReasonMissing();
                }

                if (submission is { IsCurrent: true, State: ReviewState.Approved })
                {
                    return new ReturnOutcome.Closed();
                }

                if (!submission.IsCurrent || ReviewCourse.After(submission.State, ReviewAction.Return) is null)
                {
                    return new ReturnOutcome.NoLongerCurrent();
                }

                submission.ReturnedAt = now;
                submission.ReturnedById = officer.AccountId;
                submission.ReturnedByName = officer.Name;
                submission.ReturnReason = words;
                db.ReviewSteps.Add(SubmissionReview.Step(submission, ReviewAction.Return, words, officer, now));
                await db.SaveChangesAsync();
                await db.CurrentFigures.Where(f => f.SubmissionId == submissionId).ExecuteDeleteAsync();
                if (at is null)
                {
                    await audit.AppendAsync(db, ReportEvents.Reviewed(AuditAction.ReportReturned, submission, words, officer));
                }

                return new ReturnOutcome.Returned();
            },
            cancellationToken);
        if (outcome is ReturnOutcome.Returned)
        {
            news.Post(NewsKind.Return, submission!.Period, snapshot.UnitOf(submission.UnitId).Key);
        }

        return outcome;
    }
}
