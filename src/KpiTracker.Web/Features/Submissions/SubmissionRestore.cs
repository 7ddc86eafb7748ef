using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the putting back of an earlier revision ended.</summary>
internal abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    public sealed record Restored(int SubmissionId, int ReceiptId) : RestoreOutcome;

    /// <summary>Whoever reads the revisions later must be told why.</summary>
    public sealed record ReasonMissing : RestoreOutcome;

    /// <summary>It counts already, or says the same as what counts.</summary>
    public sealed record NothingToRestore : RestoreOutcome;

    /// <summary>The ward's month was approved: it has to be re-opened first.</summary>
    public sealed record Closed : RestoreOutcome;

    /// <summary>Unknown, or not the officer's to send: the two look the same from outside.</summary>
    public sealed record NotYours : RestoreOutcome;
}

/// <summary>
/// Puts an earlier revision of a ward's report back in force, as a new revision of its own: the same figures out of the same file, sent by whoever restores
/// it. All earlier revisions stay.
/// </summary>
internal sealed class SubmissionRestore(DatabaseWriter writer, AuditTrail audit, Registers registers, ReportNewsBoard news, TimeProvider time)
{
    /// <param name="reason">Kept with the new revision; cut after <see cref="Reason.Longest"/> characters.</param>
    public async Task<RestoreOutcome> RestoreAsync(int submissionId, string? reason, Officer officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var words = Reason.Of(reason);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        Submission? earlier = null;
        var outcome = await writer.WriteAsync<RestoreOutcome>(
            async db =>
            {
                earlier = await db.Submissions.AsNoTracking().Include(s => s.Figures).SingleOrDefaultAsync(s => s.Id == submissionId);
                if (earlier is null || SendingRights.RefusalOf(snapshot, snapshot.UnitOf(earlier.UnitId).Key, earlier.Period, officer, now) is not null)
                {
                    return new RestoreOutcome.NotYours();
                }

                var current = (await db.CurrentAsync([earlier.UnitId], earlier.Period)).Values.SingleOrDefault();
                if (current is null || current.Id == earlier.Id || SaysTheSame(earlier, current))
                {
                    return new RestoreOutcome.NothingToRestore();
                }

                if (current.Lock() is not null)
                {
                    return new RestoreOutcome.Closed();
                }

                if (words is null)
                {
                    return new RestoreOutcome.ReasonMissing();
                }

                var again = Again(earlier, current.Revision + 1, words, officer, now);
                var restored = await KeepAsync(db, earlier, again);
                await audit.AppendAsync(db, ReportEvents.Sent(AuditAction.ReportRestored, again, current, officer));
                return restored;
            },
            cancellationToken);
        if (outcome is RestoreOutcome.Restored)
        {
            news.Sent(earlier!.Period, snapshot.UnitOf(earlier.UnitId).Key);
        }

        return outcome;
    }

    private static bool SaysTheSame(Submission earlier, Submission current) =>
        current.ReturnedAt is null
        && current.IsNothingToReport == earlier.IsNothingToReport
        && FigureDifference.Between([.. current.Figures.Select(SubmissionFigures.Of)], [.. earlier.Figures.Select(SubmissionFigures.Of)]).Count == 0;

    private static async Task<RestoreOutcome> KeepAsync(KpiTrackerDbContext db, Submission earlier, Submission again)
    {
        var source = await db.Workbooks.AsNoTracking().SingleAsync(w => w.Id == earlier.WorkbookId);
        var receipt = new Workbook
        {
            FileName = source.FileName,
            Sha256 = source.Sha256,
            Size = source.Size,
            StoredName = source.StoredName,
            ReceivedAt = again.SubmittedAt,
            SentById = again.SubmittedById,
            SentByName = again.SubmittedByName,
            // Of a consolidated file: who may see the file stays the same.
            UnitId = source.UnitId,
            Period = source.Period,
            Origin = WorkbookOrigin.Restored,
        };
        db.Workbooks.Add(receipt);
        await db.SaveChangesAsync();
        await db.SupersedeAsync([earlier.UnitId], earlier.Period);
        again.WorkbookId = receipt.Id;
        db.Submissions.Add(again);
        db.SubmissionFindings.AddRange(await FindingsAsync(db, source.Id, receipt.Id));
        db.SubmissionEdits.AddRange(await EditsAsync(db, source.Id, receipt.Id));
        await db.SaveChangesAsync();
        db.CurrentFigures.AddRange(CurrentRevisions.CurrentFiguresOf(again));
        await db.SaveChangesAsync();
        return new RestoreOutcome.Restored(again.Id, receipt.Id);
    }

    private static Submission Again(Submission earlier, int revision, string reason, Officer officer, DateTimeOffset now) => new()
    {
        UnitId = earlier.UnitId,
        Period = earlier.Period,
        Revision = revision,
        Layout = earlier.Layout,
        SubmittedAt = now,
        SubmittedById = officer.AccountId,
        SubmittedByName = officer.Name,
        IsCurrent = true,
        IsNothingToReport = earlier.IsNothingToReport,
        RestoredFromId = earlier.Id,
        RestoreReason = reason,
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
