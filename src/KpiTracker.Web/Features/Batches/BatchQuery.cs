using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Finds batches as they stand now. A file that was sent or thrown away on its draft's own page is shown as that.</summary>
internal sealed class BatchQuery(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <returns><c>null</c> when there is none, or it is not the officer's.</returns>
    public async Task<BatchOverview?> FindAsync(Guid id, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await BatchScope.FindAsync(db.UploadBatches.AsNoTracking(), snapshot, id, officer, cancellationToken) is not { } batch)
        {
            return null;
        }

        var rows = await Rows(db).Where(r => r.File.BatchId == id).OrderBy(r => r.File.Position).ToListAsync(cancellationToken);
        return new BatchOverview(
            id,
            snapshot.UnitOf(batch.UnitId),
            batch.Period,
            batch.ReceivedAt.InVietnam(),
            [.. rows.Select(r => RowOf(r, snapshot))],
            snapshot.Units.WardsOf(snapshot.UnitOf(batch.UnitId).Key, batch.Period));
    }

    /// <returns><c>null</c> when there is no such batch, or it is not the officer's.</returns>
    public async Task<BatchCounts?> CountAsync(Guid id, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await BatchScope.FindAsync(db.UploadBatches.AsNoTracking(), snapshot, id, officer, cancellationToken) is null
            ? null
            : BatchCounts.Of((await Rows(db).Where(r => r.File.BatchId == id).ToListAsync(cancellationToken)).Select(StateOf));
    }

    /// <summary>The officer's own batches in which something is not sent yet, newest first.</summary>
    public async Task<IReadOnlyList<OpenBatch>> OpenAsync(Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var batches = await db.UploadBatches.AsNoTracking()
            .Where(b => b.AccountId == officer.AccountId && b.Files.Any(f => BatchStates.Unsent.Contains(f.State)))
            .OrderByDescending(b => b.ReceivedAt)
            .ToListAsync(cancellationToken);
        var ids = batches.ConvertAll(b => b.Id);
        var states = (await Rows(db).Where(r => ids.Contains(r.File.BatchId)).ToListAsync(cancellationToken)).ToLookup(r => r.File.BatchId, StateOf);
        return
        [
            .. from batch in batches
               let unit = snapshot.UnitOf(batch.UnitId)
               where officer.MaySend(snapshot.Units, unit.Key)
               select new OpenBatch(batch.Id, unit, batch.Period, batch.ReceivedAt.InVietnam(), BatchCounts.Of(states[batch.Id])),
        ];
    }

    private static IQueryable<FileAndDraft> Rows(KpiTrackerDbContext db) =>
        from file in db.BatchFiles.AsNoTracking()
        join draft in db.ReportDrafts on file.DraftId equals draft.Id into drafts
        from draft in drafts.DefaultIfEmpty()
        select new FileAndDraft { File = file, ReceiptId = draft!.ReceiptId, WasUnchanged = (bool?)draft.WasUnchanged };

    private static BatchFileState StateOf(FileAndDraft row) =>
        row.ReceiptId is not null ? (row.WasUnchanged == true ? BatchFileState.Unchanged : BatchFileState.Kept)
        : IsThrownAway(row) ? BatchFileState.LeftOut
        : row.File.State;

    private static bool IsThrownAway(FileAndDraft row) => row.File.DraftId is null && BatchStates.Unsent.Contains(row.File.State);

    private static BatchRow RowOf(FileAndDraft row, RegisterSnapshot snapshot) => new(
        row.File.Position,
        row.File.FileName,
        row.File.DraftId,
        row.File.UnitId is { } unit ? snapshot.UnitOf(unit) : null,
        StateOf(row),
        row.ReceiptId is not null ? null : IsThrownAway(row) ? BatchReasons.DraftGone : row.File.Reason,
        row.File.Errors,
        row.File.Questions,
        row.File.Warnings,
        row.File.Figures,
        row.ReceiptId);

    private sealed class FileAndDraft
    {
        public required BatchFile File { get; init; }

        public int? ReceiptId { get; init; }

        public bool? WasUnchanged { get; init; }
    }
}
