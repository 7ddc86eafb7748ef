using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Reads one file of a batch: finds its ward, gives its draft to that ward, and checks it as the draft's page would.</summary>
internal sealed class BatchCheck(FileUnits units, SubmissionIntake intake, DatabaseWriter writer, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    public async Task<BatchFileOutcome> CheckAsync(BatchJob job, Officer officer, CancellationToken cancellationToken)
    {
        if (await DraftAsync(job, cancellationToken) is not { } draft)
        {
            return new BatchFileOutcome(BatchFileState.LeftOut, BatchReasons.DraftGone);
        }

        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (!officer.MaySend(snapshot.Units, snapshot.UnitOf(job.BatchUnitId).Key))
        {
            return new BatchFileOutcome(BatchFileState.Failed, BatchReasons.NotYours);
        }

        var unitId = job.UnitId;
        if (unitId is null)
        {
            switch (await units.FindAsync(draft.StoredName, draft.FileName, snapshot.UnitOf(job.BatchUnitId), job.Period, cancellationToken))
            {
                case FileUnit.Unreadable unreadable:
                    return UnreadableAs(unreadable.Reason);
                case FileUnit.Unknown unknown:
                    return new BatchFileOutcome(BatchFileState.UnitUnknown, unknown.Reason);
                case FileUnit.Known known:
                    unitId = snapshot.IdOf(known.Unit.Key);
                    break;
            }
        }

        await writer.WriteAsync(
            db => db.ReportDrafts.Where(d => d.Id == draft.Id && d.ReceiptId == null && d.UnitId != unitId).ExecuteUpdateAsync(set => set.SetProperty(d => d.UnitId, unitId)),
            cancellationToken);
        return OutcomeOf(await intake.PreviewAsync(draft.Id, officer, cancellationToken)) with { UnitId = unitId };
    }

    /// <summary>What a file's findings come to.</summary>
    public static BatchFileOutcome OutcomeOf(CheckedReport report)
    {
        var (errors, questions) = (Count(report, Severity.Error), Count(report, Severity.Question));
        var figures = report.Observations.Count;
        return new BatchFileOutcome(BatchFileOutcome.StateOf(errors, questions, figures), errors == 0 && figures == 0 ? BatchReasons.NothingToKeep : null)
        {
            Errors = errors,
            Questions = questions,
            Warnings = Count(report, Severity.Warning),
            Figures = figures,
        };
    }

    /// <summary>Too many readers, or too slow a moment, pass; anything else is the file's fault and stays.</summary>
    public static BatchFileOutcome UnreadableAs(UnreadableReason reason) =>
        new(reason is UnreadableReason.Busy or UnreadableReason.TooSlow ? BatchFileState.Failed : BatchFileState.Unreadable, reason.ToString());

    public static BatchFileOutcome RefusedAs(SubmissionRefusal refusal) => refusal == SubmissionRefusal.NoSuchDraft
        ? new BatchFileOutcome(BatchFileState.LeftOut, BatchReasons.DraftGone)
        : new BatchFileOutcome(BatchFileState.Failed, refusal == SubmissionRefusal.NotYours ? BatchReasons.NotYours : $"Refused.{refusal}");

    private static int Count(CheckedReport report, Severity severity) => report.Findings.Count(f => f.Severity == severity);

    private static BatchFileOutcome OutcomeOf(PreviewOutcome preview) => preview switch
    {
        PreviewOutcome.Shown shown => OutcomeOf(shown.Preview.Report),
        PreviewOutcome.Unreadable unreadable => UnreadableAs(unreadable.Reason),
        PreviewOutcome.Confirmed confirmed => new BatchFileOutcome(confirmed.WasUnchanged ? BatchFileState.Unchanged : BatchFileState.Kept),
        PreviewOutcome.Refused refused => RefusedAs(refused.Reason),
        _ => throw new InvalidOperationException("A preview has four endings."),
    };

    private async Task<ReportDraft?> DraftAsync(BatchJob job, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return job.DraftId is { } id ? await db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) : null;
    }
}
