using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// What sample accounts decided about real reports while somebody tried the program out. Nobody stands behind such a name, so that a real report must not
/// stay approved, or given back, by it: the report goes back to what real people decided last, or waits.
/// </summary>
internal static class SampleDecisions
{
    /// <param name="db">In the transaction of the removal, when sample reports are gone and their accounts not yet.</param>
    /// <returns>A line for each report that stands otherwise than before.</returns>
    public static async Task<IReadOnlyList<AuditEvent>> TakeBackAsync(KpiTrackerDbContext db, List<string> accounts, CancellationToken cancellationToken)
    {
        var decided = await db.ReviewSteps.Where(r => accounts.Contains(r.ById)).Select(r => r.SubmissionId).Distinct().ToListAsync(cancellationToken);
        await db.ReviewSteps.Where(r => accounts.Contains(r.ById)).ExecuteDeleteAsync(cancellationToken);
        var left = (await db.ReviewSteps.AsNoTracking().Where(r => decided.Contains(r.SubmissionId)).OrderBy(r => r.Id).ToListAsync(cancellationToken)).ToLookup(r => r.SubmissionId);
        List<AuditEvent> lines = [];
        foreach (var submission in await db.Submissions.Include(s => s.Figures).Where(s => decided.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(cancellationToken))
        {
            var (before, by) = (submission.State, submission.ApprovedByName ?? submission.ReturnedByName);
            StandBy(submission, left[submission.Id].LastOrDefault());
            if (submission.IsCurrent)
            {
                await CountAsync(db, submission, before, cancellationToken);
            }

            if (submission.State != before)
            {
                lines.Add(new AuditEvent(AuditAction.SampleDecisionTakenBack, AuditEvent.Of("submission", submission.Id))
                {
                    UnitId = submission.UnitId,
                    Before = AuditDetails.Of(("state", before), ("reviewer", by)),
                    After = AuditDetails.Of(("period", submission.Period), ("revision", submission.Revision), ("state", submission.State), ("reviewer", submission.ApprovedByName ?? submission.ReturnedByName)),
                });
            }
        }

        return lines;
    }

    /// <param name="last">The last step that counts; <c>null</c> when there is none.</param>
    private static void StandBy(Submission submission, ReviewStep? last)
    {
        var approval = last is { Action: ReviewAction.Approve } ? last : null;
        var returning = last is { Action: ReviewAction.Return } ? last : null;
        (submission.ApprovedAt, submission.ApprovedById, submission.ApprovedByName) = (approval?.At, approval?.ById, approval?.ByName);
        (submission.ReturnedAt, submission.ReturnedById, submission.ReturnedByName, submission.ReturnReason) = (returning?.At, returning?.ById, returning?.ByName, returning?.Reason);
    }

    /// <summary>Figures of a returned report do not count; of any other they do.</summary>
    private static async Task CountAsync(KpiTrackerDbContext db, Submission submission, ReviewState before, CancellationToken cancellationToken)
    {
        if (submission.State == ReviewState.Returned)
        {
            await db.CurrentFigures.Where(f => f.SubmissionId == submission.Id).ExecuteDeleteAsync(cancellationToken);
        }
        else if (before == ReviewState.Returned)
        {
            db.CurrentFigures.AddRange(CurrentRevisions.CurrentFiguresOf(submission));
        }
    }
}
