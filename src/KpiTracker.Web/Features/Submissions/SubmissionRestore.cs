using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the putting back of an earlier revision ended.</summary>
internal abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    public sealed record Restored(int SubmissionId, int ReceiptId) : RestoreOutcome;

    /// <summary>It counts already, or says the same as what counts.</summary>
    public sealed record NothingToRestore : RestoreOutcome;

    /// <summary>Unknown, or not the officer's to send: the two look the same from outside.</summary>
    public sealed record NotYours : RestoreOutcome;
}

/// <summary>
/// Puts an earlier revision of a ward's report back in force, as a new revision of its own: the same figures out of the same file, sent by whoever restores
/// it. All earlier revisions stay.
/// </summary>
internal sealed class SubmissionRestore(DatabaseWriter writer, Registers registers, TimeProvider time)
{
    public async Task<RestoreOutcome> RestoreAsync(int submissionId, Officer officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = await registers.CurrentAsync(cancellationToken);
        return await writer.WriteAsync<RestoreOutcome>(
            async db =>
            {
                var earlier = await db.Submissions.AsNoTracking().Include(s => s.Figures).SingleOrDefaultAsync(s => s.Id == submissionId);
                if (earlier is null || SendingRights.RefusalOf(snapshot, snapshot.UnitOf(earlier.UnitId).Key, earlier.Period, officer, now) is not null)
                {
                    return new RestoreOutcome.NotYours();
                }

                var current = (await db.CurrentAsync([earlier.UnitId], earlier.Period)).Values.SingleOrDefault();
                return current is null || current.Id == earlier.Id || SaysTheSame(earlier, current)
                    ? new RestoreOutcome.NothingToRestore()
                    : await KeepAsync(db, earlier, current.Revision, officer, now);
            },
            cancellationToken);
    }

    private static bool SaysTheSame(Submission earlier, Submission current) =>
        current.ReturnedAt is null
        && current.IsNothingToReport == earlier.IsNothingToReport
        && FigureDifference.Between([.. current.Figures.Select(SubmissionFigures.Of)], [.. earlier.Figures.Select(SubmissionFigures.Of)]).Count == 0;

    private static async Task<RestoreOutcome> KeepAsync(KpiTrackerDbContext db, Submission earlier, int lastRevision, Officer officer, DateTimeOffset now)
    {
        var source = await db.Workbooks.AsNoTracking().SingleAsync(w => w.Id == earlier.WorkbookId);
        var receipt = new Workbook
        {
            FileName = source.FileName,
            Sha256 = source.Sha256,
            Size = source.Size,
            StoredName = source.StoredName,
            ReceivedAt = now,
            SentById = officer.AccountId,
            SentByName = officer.Name,
            // Of a consolidated file: who may see the file stays the same.
            UnitId = source.UnitId,
            Period = source.Period,
            Origin = WorkbookOrigin.Restored,
        };
        db.Workbooks.Add(receipt);
        await db.SaveChangesAsync();
        await db.SupersedeAsync([earlier.UnitId], earlier.Period);
        var restored = Again(earlier, receipt.Id, lastRevision + 1, officer, now);
        db.Submissions.Add(restored);
        db.SubmissionFindings.AddRange(await FindingsAsync(db, source.Id, receipt.Id));
        db.SubmissionEdits.AddRange(await EditsAsync(db, source.Id, receipt.Id));
        await db.SaveChangesAsync();
        db.CurrentFigures.AddRange(CurrentRevisions.CurrentFiguresOf(restored));
        await db.SaveChangesAsync();
        return new RestoreOutcome.Restored(restored.Id, receipt.Id);
    }

    private static Submission Again(Submission earlier, int receiptId, int revision, Officer officer, DateTimeOffset now) => new()
    {
        UnitId = earlier.UnitId,
        Period = earlier.Period,
        Revision = revision,
        WorkbookId = receiptId,
        Layout = earlier.Layout,
        SubmittedAt = now,
        SubmittedById = officer.AccountId,
        SubmittedByName = officer.Name,
        IsCurrent = true,
        IsNothingToReport = earlier.IsNothingToReport,
        RestoredFromId = earlier.Id,
        Figures =
        [
            .. earlier.Figures.Select(f => new SubmittedFigure
            {
                IndicatorCode = f.IndicatorCode,
                Numerator = f.Numerator,
                Denominator = f.Denominator,
                Percent = f.Percent,
                Sheet = f.Sheet,
                Cell = f.Cell,
                DenominatorCell = f.DenominatorCell,
            }),
        ],
    };

    private static async Task<List<SubmissionFinding>> FindingsAsync(KpiTrackerDbContext db, int from, int to)
    {
        var rows = await db.SubmissionFindings.AsNoTracking().Where(f => f.WorkbookId == from).ToListAsync();
        rows.ForEach(f => f.WorkbookId = to);
        return rows;
    }

    private static async Task<List<SubmissionEdit>> EditsAsync(KpiTrackerDbContext db, int from, int to)
    {
        var rows = await db.SubmissionEdits.AsNoTracking().Where(e => e.WorkbookId == from).ToListAsync();
        rows.ForEach(e => e.WorkbookId = to);
        return rows;
    }
}
