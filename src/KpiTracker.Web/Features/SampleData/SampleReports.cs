using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>Which part of the sample data is wanted.</summary>
/// <param name="Territories">Codes of the old districts (<c>003</c>), which stand for their areas too; <c>null</c> is all.</param>
/// <param name="Last">No later than the last month that has closed.</param>
internal sealed record SampleSlice(IReadOnlyCollection<string>? Territories = null, ReportingPeriod? First = null, ReportingPeriod? Last = null)
{
    public static SampleSlice Everything { get; } = new() { IsReviewed = true };

    /// <summary>Whether the reports are approved as their officers would have; otherwise all wait.</summary>
    public bool IsReviewed { get; init; }
}

/// <param name="Series">For each territory its workbooks in the order in which they are sent.</param>
/// <param name="Done">Workbooks that were taken in before.</param>
internal sealed record SampleWork(IReadOnlyList<IReadOnlyList<SampleReport>> Series, int Done)
{
    public int Left => Series.Sum(s => s.Count);
}

/// <summary>The sample workbooks that are not taken in yet. A ward's month in which something real was sent is left alone.</summary>
internal sealed class SampleReports(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <summary>Taken in first: a visitor's four accounts live there.</summary>
    private const string FirstTerritory = "003";

    public async Task<SampleWork> OutstandingAsync(SampleSlice slice, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var planned = Planned(snapshot, slice);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var names = await db.Workbooks.AsNoTracking().Where(w => w.Origin == WorkbookOrigin.Sample).Select(w => w.FileName).ToListAsync(cancellationToken);
        var present = names.ToHashSet();
        var real = await RealReportsAsync(db, snapshot, cancellationToken);
        var outstanding = planned
            .Where(r => !present.Contains(r.FileName))
            .Select(r => r with
            {
                Lines = [.. r.Lines.Where(l => !real.Contains((l.Ward.Unit.Key, r.Period)))],
                Returns = [.. r.Returns.Where(x => !real.Contains((x.Ward, r.Period)))],
            })
            .Where(r => r.Lines.Count > 0);
        return new SampleWork(
            [.. outstanding.GroupBy(r => r.Lines[0].Ward.Territory).OrderBy(g => g.Key != FirstTerritory).Select(g => (IReadOnlyList<SampleReport>)[.. g])],
            planned.Count(r => present.Contains(r.FileName)));
    }

    private static async Task<HashSet<(UnitKey, ReportingPeriod)>> RealReportsAsync(KpiTrackerDbContext db, RegisterSnapshot snapshot, CancellationToken cancellationToken)
    {
        var real = await db.Submissions.AsNoTracking()
            .Join(db.Workbooks.Where(w => w.Origin != WorkbookOrigin.Sample), s => s.WorkbookId, w => w.Id, (s, _) => new { s.UnitId, s.Period })
            .ToListAsync(cancellationToken);
        return [.. real.Select(s => (snapshot.UnitOf(s.UnitId).Key, s.Period))];
    }

    private List<SampleReport> Planned(RegisterSnapshot snapshot, SampleSlice slice)
    {
        var now = time.GetUtcNow();
        var plan = new SamplePlan(snapshot.Units, snapshot.Populations, snapshot.Calendar);
        var lastClosed = snapshot.Calendar.LatestClosed(time.Today());
        var last = slice.Last is { } wanted && wanted < lastClosed ? wanted : lastClosed;
        return
        [
            .. from period in ReportingPeriod.Range(slice.First ?? SamplePlan.First, last)
               from collector in plan.Collectors(period)
               where slice.Territories?.Contains(plan.TerritoryOf(collector)) ?? true
               from report in plan.ReportsOf(collector, period, lastClosed)
               where report.SentAt <= now
               select report,
        ];
    }
}
