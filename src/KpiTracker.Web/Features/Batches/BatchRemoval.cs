using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Throws a batch away, with the files that were not sent. What is on record stays on record.</summary>
internal sealed class BatchRemoval(DatabaseWriter writer, AuditTrail audit, WorkbookFiles files, Registers registers)
{
    public async Task<BatchActionOutcome> DiscardAsync(Guid batchId, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var storedNames = new List<string>();
        var outcome = await writer.WriteAsync(
            async db =>
            {
                if (await BatchScope.FindAsync(db.UploadBatches, snapshot, batchId, officer) is not { } batch)
                {
                    return BatchActionOutcome.NotFound;
                }

                if (await db.BatchFiles.AnyAsync(f => f.BatchId == batchId && f.State == BatchFileState.Confirming))
                {
                    return BatchActionOutcome.StillWorking;
                }

                var drafts = db.ReportDrafts.Where(d => d.ReceiptId == null && db.BatchFiles.Any(f => f.BatchId == batchId && f.DraftId == d.Id));
                storedNames.AddRange(await drafts.Select(d => d.StoredName).ToListAsync());
                await drafts.ExecuteDeleteAsync();
                db.UploadBatches.Remove(batch);
                await audit.AppendAsync(db, BatchEvents.Of(AuditAction.BatchDiscarded, batch, officer, storedNames.Count));
                return BatchActionOutcome.Done;
            },
            cancellationToken);
        if (outcome == BatchActionOutcome.Done)
        {
            storedNames.ForEach(files.DeleteDraft);
        }

        return outcome;
    }
}
