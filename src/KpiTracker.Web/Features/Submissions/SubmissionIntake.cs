using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>A workbook that is sent without a preview: from the command line, or as sample data.</summary>
/// <param name="At">When it counts as sent; <c>null</c> is now.</param>
internal sealed record IncomingReport(
    Stream Content,
    string FileName,
    UnitKey Unit,
    ReportingPeriod Period,
    WorkbookOrigin Origin,
    DateTimeOffset? At = null);

/// <summary>Takes workbooks in: reads, checks, keeps. The same for a browser, a script and the sample data.</summary>
internal sealed class SubmissionIntake(
    ReportDrafts drafts,
    SubmissionPreview preview,
    ReportReading reading,
    SubmissionKeeping keeping)
{
    /// <summary>What a draft holds and what is wrong with it. Stores nothing; asked again, it reads again.</summary>
    public Task<PreviewOutcome> PreviewAsync(Guid draftId, Officer officer, CancellationToken cancellationToken) =>
        preview.ReadAsync(draftId, officer, cancellationToken);

    /// <summary>Puts a draft on record. Pressed twice, it answers twice the same.</summary>
    public async Task<SubmissionOutcome> ConfirmAsync(Guid draftId, SubmissionAnswers answers, Officer officer, CancellationToken cancellationToken)
    {
        switch (await drafts.FindAsync(draftId, officer, cancellationToken))
        {
            case FoundDraft.Refused refused:
                return new SubmissionOutcome.Refused(refused.Reason);
            case FoundDraft.Confirmed confirmed:
                return await keeping.AnswerAgainAsync(confirmed, cancellationToken);
            case FoundDraft.Waiting waiting:
                return await ConfirmWaitingAsync(waiting.Sent, answers, cancellationToken);
            default:
                throw new InvalidOperationException("A draft is found in three states.");
        }
    }

    /// <summary>Takes a workbook in at once.</summary>
    public async Task<SubmissionOutcome> TakeAsync(IncomingReport report, SubmissionAnswers answers, Officer officer, CancellationToken cancellationToken)
    {
        switch (await drafts.StoreAsync(report, officer, cancellationToken))
        {
            case StoredUpload.Refused refused:
                return new SubmissionOutcome.Refused(refused.Reason);
            case StoredUpload.Stored stored:
                try
                {
                    return await ReadAndKeepAsync(stored.Sent, answers, cancellationToken);
                }
                finally
                {
                    drafts.Discard(stored.Sent);
                }

            default:
                throw new InvalidOperationException("An upload is stored or refused.");
        }
    }

    private async Task<SubmissionOutcome> ConfirmWaitingAsync(SentWorkbook sent, SubmissionAnswers answers, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAndKeepAsync(sent, answers, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            // Pressed twice: the other press put the draft on record meanwhile, and cleared its file away.
            if (await drafts.FindAsync(sent.DraftId!.Value, sent.Officer, cancellationToken) is FoundDraft.Confirmed confirmed)
            {
                return await keeping.AnswerAgainAsync(confirmed, cancellationToken);
            }

            throw;
        }
    }

    private async Task<SubmissionOutcome> ReadAndKeepAsync(SentWorkbook sent, SubmissionAnswers answers, CancellationToken cancellationToken)
    {
        switch (await reading.ReadAsync(sent, cancellationToken))
        {
            case ReadReport.Unreadable unreadable:
                return new SubmissionOutcome.Unreadable(unreadable.Reason);
            case ReadReport.Checked { Report: { Outcome: CheckOutcome.Rejected } or { Observations: [] } } rejected:
                return new SubmissionOutcome.Rejected(rejected.Report);
            case ReadReport.Checked questioned when !answers.Over(questioned.Report).Cover(questioned.Report):
                return new SubmissionOutcome.Questioned(questioned.Report);
            case ReadReport.Checked read:
                return await keeping.KeepAsync(sent, read.Report, answers.Over(read.Report), cancellationToken);
            default:
                throw new InvalidOperationException("A reading has two endings.");
        }
    }
}
