using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.SampleData;

internal sealed record RemovedSampleData(int Workbooks, int Submissions, int Accounts);

/// <summary>
/// Removes the sample data: its workbooks with their files, its submissions and figures, its accounts, and whatever those accounts sent or
/// decided while trying out. Everything else stays, and a real report that a sample one had replaced counts again.
/// </summary>
internal sealed class SampleDataRemoval(IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers registers, DataDirectory directory, SampleDataState state, AuditTrail audit)
{
    public async Task<RemovedSampleData> RunAsync(CancellationToken cancellationToken)
    {
        SampleDataChoice.Decline(directory);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var accounts = await db.Users.Where(a => a.IsSample).Select(a => a.Id).ToListAsync(cancellationToken);
        var workbooks = await db.Workbooks.AsNoTracking()
            .Where(w => w.Origin == WorkbookOrigin.Sample || accounts.Contains(w.SentById))
            .Select(w => new { w.Id, w.StoredName })
            .ToListAsync(cancellationToken);
        var ids = workbooks.Select(w => w.Id).ToList();
        var drafts = await db.ReportDrafts.AsNoTracking()
            .Where(d => accounts.Contains(d.AccountId))
            .Select(d => d.StoredName)
            .ToListAsync(cancellationToken);

        await db.ReportDrafts.Where(d => accounts.Contains(d.AccountId)).ExecuteDeleteAsync(cancellationToken);
        // What sample accounts froze are sample figures.
        await db.Snapshots.Where(s => accounts.Contains(s.ById)).ExecuteDeleteAsync(cancellationToken);
        await db.DueExtensions.Where(e => accounts.Contains(e.ById)).ExecuteDeleteAsync(cancellationToken);
        // Figures and steps of the review go with their submission, findings with their workbook.
        var submissions = await db.Submissions.Where(s => ids.Contains(s.WorkbookId)).ExecuteDeleteAsync(cancellationToken);
        await db.Workbooks.Where(w => ids.Contains(w.Id)).ExecuteDeleteAsync(cancellationToken);
        var takenBack = await SampleDecisions.TakeBackAsync(db, accounts, cancellationToken);
        await db.Users.Where(a => accounts.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
        await PutBackAsync(db, cancellationToken);
        if (workbooks.Count + accounts.Count > 0)
        {
            await audit.AppendAsync(
                db,
                [
                    .. takenBack,
                    new AuditEvent(AuditAction.SampleDataRemoved, "sample-data") { After = AuditDetails.Of(("workbooks", workbooks.Count), ("reports", submissions), ("accounts", accounts.Count)) },
                ]);
        }

        // A sample report that a person has put back in force shares its file with the restored one.
        var stillUsed = await db.Workbooks.Where(w => w.StoredName != null).Select(w => w.StoredName!).ToHashSetAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        state.Forget();
        registers.Forget();
        Delete(directory.Workbooks, workbooks.Select(w => w.StoredName).OfType<string>().Where(name => !stillUsed.Contains(name)));
        Delete(directory.Drafts, drafts);
        return new RemovedSampleData(workbooks.Count, submissions, accounts.Count);
    }

    /// <summary>Where the latest revision was a sample one, the latest that is left counts.</summary>
    private static async Task PutBackAsync(KpiTrackerDbContext db, CancellationToken cancellationToken)
    {
        var latest = await db.Submissions
            .Where(s => !db.Submissions.Any(o => o.UnitId == s.UnitId && o.Period == s.Period && (o.IsCurrent || o.Revision > s.Revision)))
            .Include(s => s.Figures)
            .ToListAsync(cancellationToken);
        foreach (var submission in latest)
        {
            submission.IsCurrent = true;
            if (submission.ReturnedAt is null)
            {
                db.CurrentFigures.AddRange(CurrentRevisions.CurrentFiguresOf(submission));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Delete(string folder, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Delete(Path.Combine(folder, name));
        }
    }
}
