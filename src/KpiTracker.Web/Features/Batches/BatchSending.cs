using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Puts one good file of a batch on record, in a transaction of its own. A file that was put there before answers the same again.</summary>
internal sealed class BatchSending(SubmissionIntake intake)
{
    public async Task<BatchFileOutcome> SendAsync(BatchJob job, Officer officer, CancellationToken cancellationToken)
    {
        if (job.DraftId is not { } draft)
        {
            return new BatchFileOutcome(BatchFileState.LeftOut, BatchReasons.DraftGone);
        }

        // Nobody has answered anything here: what turns out to have a question by now is not sent.
        return await intake.ConfirmAsync(draft, SubmissionAnswers.None, officer, cancellationToken) switch
        {
            SubmissionOutcome.Accepted => new BatchFileOutcome(BatchFileState.Kept),
            SubmissionOutcome.Unchanged => new BatchFileOutcome(BatchFileState.Unchanged),
            SubmissionOutcome.Questioned questioned => BatchCheck.OutcomeOf(questioned.Report),
            SubmissionOutcome.Rejected rejected => BatchCheck.OutcomeOf(rejected.Report),
            SubmissionOutcome.Unreadable unreadable => BatchCheck.UnreadableAs(unreadable.Reason),
            SubmissionOutcome.Refused refused => BatchCheck.RefusedAs(refused.Reason),
            _ => throw new InvalidOperationException("A sending has six endings."),
        };
    }
}
