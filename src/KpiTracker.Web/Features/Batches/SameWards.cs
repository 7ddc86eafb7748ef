using KpiTracker.Data;
using KpiTracker.Data.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>
/// Keeps what came of a file, and marks two files of a batch that are for the same ward: which of them holds is asked, never assumed.
/// A consolidated workbook may speak for any ward of the batch. Runs inside the one writer's transaction.
/// </summary>
internal static class SameWards
{
    private static readonly BatchFileState[] Markable = [BatchFileState.Good, BatchFileState.Questioned, BatchFileState.Rejected];

    /// <returns>Rows changed; 0 when somebody has changed the file meanwhile, and that holds.</returns>
    public static async Task<int> KeepAsync(KpiTrackerDbContext db, BatchJob job, BatchFileOutcome outcome)
    {
        var unitId = outcome.UnitId ?? job.UnitId;
        var isRead = Markable.Contains(outcome.State);
        var changed = await db.BatchFiles
            .Where(f => f.BatchId == job.BatchId && f.Position == job.Position && f.State == job.State)
            .ExecuteUpdateAsync(set => set
                .SetProperty(f => f.State, outcome.State)
                .SetProperty(f => f.Reason, outcome.Reason)
                .SetProperty(f => f.UnitId, unitId)
                .SetProperty(f => f.Errors, f => isRead ? outcome.Errors : f.Errors)
                .SetProperty(f => f.Questions, f => isRead ? outcome.Questions : f.Questions)
                .SetProperty(f => f.Warnings, f => isRead ? outcome.Warnings : f.Warnings)
                .SetProperty(f => f.Figures, f => isRead ? outcome.Figures : f.Figures));
        if (changed > 0 && unitId is { } unit && job.State == BatchFileState.Waiting && isRead)
        {
            await MarkAsync(db, job, unit);
        }

        return changed;
    }

    /// <summary>The files that are for the same ward as one of them, itself left out.</summary>
    public static IEnumerable<BatchFile> Beside(BatchFile file, IEnumerable<BatchFile> files, int batchUnitId) => files.Where(f =>
        f.Position != file.Position
        && f.UnitId is { } unit
        && (unit == file.UnitId || unit == batchUnitId || file.UnitId == batchUnitId)
        && (BatchStates.Pending.Contains(f.State) || BatchStates.Sent.Contains(f.State) || f.State == BatchFileState.Confirming));

    /// <summary>Takes the mark away from those that stand alone again.</summary>
    public static void Release(IReadOnlyCollection<BatchFile> files, int batchUnitId)
    {
        foreach (var file in files.Where(f => f.Reason == BatchReasons.SameWard && !Beside(f, files, batchUnitId).Any()))
        {
            Release(file);
        }
    }

    public static void Release(BatchFile file)
    {
        file.State = BatchFileOutcome.StateOf(file.Errors, file.Questions, file.Figures);
        file.Reason = file is { Errors: 0, Figures: 0 } ? BatchReasons.NothingToKeep : null;
    }

    private static async Task MarkAsync(KpiTrackerDbContext db, BatchJob job, int unit)
    {
        var files = await db.BatchFiles
            .Where(f => f.BatchId == job.BatchId && (f.Position == job.Position || unit == job.BatchUnitId || f.UnitId == unit || f.UnitId == job.BatchUnitId))
            .ToListAsync();
        var own = files.Single(f => f.Position == job.Position);
        var others = Beside(own, files, job.BatchUnitId).ToList();
        if (others.Count == 0)
        {
            return;
        }

        foreach (var file in others.Append(own).Where(f => Markable.Contains(f.State)))
        {
            (file.State, file.Reason) = (file.State == BatchFileState.Good ? BatchFileState.Questioned : file.State, BatchReasons.SameWard);
        }

        await db.SaveChangesAsync();
    }
}
