using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>
/// Keeps a report for good: first the file, whole and on the disk, then the rows that refer to it, in one transaction. Whatever ends the process
/// in between leaves a file that nothing refers to, which the next start clears away, and the draft as it was.
/// </summary>
internal sealed class SubmissionKeeping(
    WorkbookFiles files,
    DatabaseWriter writer,
    AuditTrail audit,
    Registers registers,
    ReportNewsBoard news,
    IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <param name="report">Without errors, its questions answered by <paramref name="answers"/>.</param>
    public async Task<SubmissionOutcome> KeepAsync(SentWorkbook sent, CheckedReport report, SubmissionAnswers answers, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var storedName = await files.KeepAsync(sent.File.Name, cancellationToken);
        SubmissionOutcome? outcome = null;
        try
        {
            outcome = await writer.WriteAsync(
                async db =>
                {
                    var record = new SubmissionRecord(db, snapshot, sent, storedName, report, answers);
                    var written = await record.WriteAsync();
                    await audit.AppendAsync(db, record.Events);
                    return written;
                },
                cancellationToken);
        }
        finally
        {
            // Not on record under this name: the same was there already, the draft had been confirmed meanwhile, or the transaction failed.
            if (outcome is not SubmissionOutcome.Accepted { Report: not null })
            {
                files.DeleteWorkbook(storedName);
            }
        }

        if (outcome is SubmissionOutcome.Rejected)
        {
            // Its month was approved meanwhile: the draft stays for when it is re-opened.
            return outcome;
        }

        files.DeleteDraft(sent.File.Name);
        if (outcome is SubmissionOutcome.Accepted { Report: not null } accepted)
        {
            news.Sent(sent.Period, accepted.Wards.Select(w => w.Ward));
        }

        return outcome;
    }

    /// <summary>The answer that a draft was given when it was confirmed.</summary>
    public async Task<SubmissionOutcome> AnswerAgainAsync(FoundDraft.Confirmed draft, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await SubmissionRecord.AnswerAgainAsync(db, draft.ReceiptId, draft.WasUnchanged, snapshot);
    }
}
