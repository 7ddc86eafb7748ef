using KpiTracker.Data;
using KpiTracker.Data.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>Whether sample data is present: every page then says so. Asked on every page, so the answer is kept for a moment.</summary>
internal sealed class SampleDataState(IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <summary>The command line may remove the data while the site is up.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);

    private volatile Answer? _last;

    public async ValueTask<bool> IsPresentAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (_last is { } last && now - last.At < GoodFor && now >= last.At)
        {
            return last.IsPresent;
        }

        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var isPresent = await db.Users.AnyAsync(a => a.IsSample, cancellationToken)
            || await db.Workbooks.AnyAsync(w => w.Origin == WorkbookOrigin.Sample, cancellationToken);
        _last = new Answer(isPresent, now);
        return isPresent;
    }

    /// <summary>To be called after sample data was loaded or removed.</summary>
    public void Forget() => _last = null;

    private sealed record Answer(bool IsPresent, DateTimeOffset At);
}
