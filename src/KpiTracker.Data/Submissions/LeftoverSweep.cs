using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Submissions;

/// <summary>Clears away what nobody came back for: drafts and batches of more than a week, and files that no row refers to.</summary>
internal sealed class LeftoverSweep(IDbContextFactory<KpiTrackerDbContext> dbFactory, WorkbookFiles files, TimeProvider time)
{
    private static readonly TimeSpan DraftsLast = TimeSpan.FromDays(7);
    private static readonly TimeSpan FilesMayBeInUse = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - DraftsLast;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.UploadBatches.Where(b => b.ReceivedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        await db.ReportDrafts.Where(d => d.ReceivedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var drafts = await db.ReportDrafts.Where(d => d.ReceiptId == null).Select(d => d.StoredName).ToHashSetAsync(cancellationToken);
        var workbooks = await db.Workbooks.Where(w => w.StoredName != null).Select(w => w.StoredName!).ToHashSetAsync(cancellationToken);
        files.Sweep(drafts, workbooks, now - FilesMayBeInUse);
    }
}
