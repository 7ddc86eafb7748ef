using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

internal enum BatchActionOutcome
{
    Done,

    /// <summary>There is no such batch or file, or it is not the officer's.</summary>
    NotFound,

    /// <summary>Files are still being read or sent; what is asked has to wait for them.</summary>
    StillWorking,

    /// <summary>It has come further meanwhile: there is nothing to do.</summary>
    TooLate,

    /// <summary>No such ward lies within the batch's unit in its month.</summary>
    NoSuchWard,
}

/// <summary>What a sender decides about the files of a batch. Each is one short transaction; the worker does the rest.</summary>
internal sealed class BatchActions(DatabaseWriter writer, AuditTrail audit, Registers registers, BatchSignal signal, TimeProvider time)
{
    private static readonly BatchFileState[] Readable = [.. BatchStates.NeedingWork, BatchFileState.Good, BatchFileState.LeftOut];

    /// <summary>Asks for all good files to be put on record. Asked twice, it is done once.</summary>
    public Task<BatchActionOutcome> ConfirmAsync(Guid batchId, Officer officer, CancellationToken cancellationToken) =>
        ActAsync(batchId, officer, (batch, _) =>
        {
            if (batch.Files.Exists(f => BatchStates.Working.Contains(f.State)))
            {
                return BatchActionOutcome.StillWorking;
            }

            batch.ConfirmedAt = time.GetUtcNow();
            batch.Files.Where(f => f.State == BatchFileState.Good).ToList().ForEach(f => f.State = BatchFileState.Confirming);
            return BatchActionOutcome.Done;
        }, cancellationToken);

    /// <summary>Has everything that broke read once more.</summary>
    public Task<BatchActionOutcome> RetryFailedAsync(Guid batchId, Officer officer, CancellationToken cancellationToken) =>
        ActAsync(batchId, officer, (batch, _) =>
        {
            batch.Files.Where(f => f.State == BatchFileState.Failed).ToList().ForEach(f => ReadAgain(f));
            return BatchActionOutcome.Done;
        }, cancellationToken);

    /// <summary>Has one file read once more: it was mended on its page, left out by mistake, or something broke.</summary>
    public Task<BatchActionOutcome> RetryAsync(Guid batchId, int position, Officer officer, CancellationToken cancellationToken) =>
        ActOnAsync(batchId, position, officer, (_, file, _) => ReadAgain(file), cancellationToken);

    /// <summary>Says for which ward a file is.</summary>
    public Task<BatchActionOutcome> ChooseWardAsync(Guid batchId, int position, string wardCode, Officer officer, CancellationToken cancellationToken) =>
        ActOnAsync(batchId, position, officer, (batch, file, snapshot) =>
        {
            var scope = snapshot.UnitOf(batch.UnitId);
            if (snapshot.Units.Find(wardCode, batch.Period) is not { IsWard: true } ward || !snapshot.Units.IsWithin(ward.Key, scope.Key))
            {
                return BatchActionOutcome.NoSuchWard;
            }

            file.UnitId = snapshot.IdOf(ward.Key);
            return ReadAgain(file);
        }, cancellationToken);

    /// <summary>Of the files for one ward, takes this one; the others that are not sent yet are left out.</summary>
    public Task<BatchActionOutcome> TakeOnlyAsync(Guid batchId, int position, Officer officer, CancellationToken cancellationToken) =>
        ActOnAsync(batchId, position, officer, (batch, file, _) =>
        {
            if (file.Reason != BatchReasons.SameWard)
            {
                return BatchActionOutcome.TooLate;
            }

            foreach (var other in SameWards.Beside(file, batch.Files, batch.UnitId).Where(f => BatchStates.Pending.Contains(f.State)).ToList())
            {
                (other.State, other.Reason) = (BatchFileState.LeftOut, BatchReasons.OtherChosen);
            }

            SameWards.Release(file);
            SameWards.Release(batch.Files, batch.UnitId);
            return BatchActionOutcome.Done;
        }, cancellationToken);

    /// <summary>Leaves one file out; it can be read again later.</summary>
    public Task<BatchActionOutcome> LeaveOutAsync(Guid batchId, int position, Officer officer, CancellationToken cancellationToken) =>
        ActOnAsync(batchId, position, officer, (batch, file, _) =>
        {
            (file.State, file.Reason) = (BatchFileState.LeftOut, BatchReasons.LeftByYou);
            SameWards.Release(batch.Files, batch.UnitId);
            return BatchActionOutcome.Done;
        }, cancellationToken);

    private static BatchActionOutcome ReadAgain(BatchFile file)
    {
        if (file.DraftId is null)
        {
            return BatchActionOutcome.TooLate;
        }

        (file.State, file.Reason) = (BatchFileState.Waiting, null);
        return BatchActionOutcome.Done;
    }

    private Task<BatchActionOutcome> ActOnAsync(
        Guid batchId,
        int position,
        Officer officer,
        Func<UploadBatch, BatchFile, RegisterSnapshot, BatchActionOutcome> act,
        CancellationToken cancellationToken) =>
        ActAsync(
            batchId,
            officer,
            (batch, snapshot) => batch.Files.Find(f => f.Position == position) is not { } file ? BatchActionOutcome.NotFound
                : !Readable.Contains(file.State) ? BatchActionOutcome.TooLate
                : act(batch, file, snapshot),
            cancellationToken);

    private async Task<BatchActionOutcome> ActAsync(
        Guid batchId,
        Officer officer,
        Func<UploadBatch, RegisterSnapshot, BatchActionOutcome> act,
        CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var outcome = await writer.WriteAsync(
            async db =>
            {
                if (await BatchScope.FindAsync(db.UploadBatches.Include(b => b.Files), snapshot, batchId, officer) is not { } batch)
                {
                    return BatchActionOutcome.NotFound;
                }

                // Who acts answers for what follows; but what somebody else has confirmed is sent in that one's name.
                var isBeingSent = batch.Files.Exists(f => f.State == BatchFileState.Confirming);
                var ending = act(batch, snapshot);
                if (ending == BatchActionOutcome.Done)
                {
                    batch.AccountId = isBeingSent ? batch.AccountId : officer.AccountId;
                    await db.SaveChangesAsync();
                    var confirmed = batch.Files.Count(f => f.State == BatchFileState.Confirming);
                    await audit.AppendAsync(db, !isBeingSent && confirmed > 0 ? [BatchEvents.Of(AuditAction.BatchConfirmed, batch, officer, confirmed)] : []);
                }

                return ending;
            },
            cancellationToken);
        signal.Wake();
        return outcome;
    }
}
