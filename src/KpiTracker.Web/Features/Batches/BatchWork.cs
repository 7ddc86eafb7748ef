using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>
/// Does what the files of all batches wait for, one at a time, so that the other turn of reading stays free for people. All that it knows stands in
/// the database: ended at any moment, it goes on from there, and each file is sent at most once.
/// </summary>
internal sealed class BatchWork(
    BatchCheck check,
    BatchSending sending,
    Officers officers,
    DatabaseWriter writer,
    IDbContextFactory<KpiTrackerDbContext> dbFactory,
    ILogger<BatchWork> log)
{
    public async Task RunUntilEmptyAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } job)
        {
            await DoAsync(job, cancellationToken);
        }
    }

    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } job)
        {
            return false;
        }

        await DoAsync(job, cancellationToken);
        return true;
    }

    // Confirmations first: somebody has decided, and they are short. Then the oldest batch, in the order of its files.
    private async Task<BatchJob?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var files =
            from file in db.BatchFiles.AsNoTracking()
            join batch in db.UploadBatches on file.BatchId equals batch.Id
            where file.State == BatchFileState.Waiting || file.State == BatchFileState.Confirming
            orderby file.State == BatchFileState.Waiting, batch.ReceivedAt, batch.Id, file.Position
            select new BatchJob(batch.Id, file.Position, file.State, batch.AccountId, batch.UnitId, file.UnitId, file.DraftId, batch.Period);
        return await files.FirstOrDefaultAsync(cancellationToken);
    }

    private async Task DoAsync(BatchJob job, CancellationToken cancellationToken)
    {
        BatchFileOutcome outcome;
        try
        {
            // As the database has them now: whoever was demoted an hour ago sends nothing more.
            outcome = await officers.FindAsync(job.AccountId, cancellationToken: cancellationToken) is not { } officer
                ? new BatchFileOutcome(BatchFileState.Failed, BatchReasons.NotYours)
                : job.State == BatchFileState.Confirming
                    ? await sending.SendAsync(job, officer, cancellationToken)
                    : await CheckAsync(job, officer, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "File {Position} of batch {Batch} failed", job.Position, job.BatchId);
            outcome = new BatchFileOutcome(BatchFileState.Failed, BatchReasons.Broken);
        }

        await writer.WriteAsync(db => SameWards.KeepAsync(db, job, outcome), cancellationToken);
    }

    /// <summary>Too slow a moment passes, as after a cold start: the file is read once more before its sender is bothered.</summary>
    private async Task<BatchFileOutcome> CheckAsync(BatchJob job, Officer officer, CancellationToken cancellationToken)
    {
        var outcome = await check.CheckAsync(job, officer, cancellationToken);
        return outcome is { State: BatchFileState.Failed, Reason: nameof(UnreadableReason.TooSlow) or nameof(UnreadableReason.Busy) }
            ? await check.CheckAsync(job, officer, cancellationToken)
            : outcome;
    }
}
