using System.Linq.Expressions;
using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Of a unit's months, in how many wards the report that counts has not been approved: their figures may still change. It checks no rights: its callers do.</summary>
internal sealed class UnapprovedMonths(IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers registers)
{
    // An index holds those that wait, by ward and month: every ward is one range, and what is approved is not read.
    internal static readonly Expression<Func<KpiTrackerDbContext, List<int>, ReportingPeriod, ReportingPeriod, IQueryable<WaitingMonth>>> Waiting =
        (db, wards, first, last) =>
            from s in db.Submissions.AsNoTracking()
            where wards.Contains(s.UnitId) && s.Period >= first && s.Period <= last && s.IsCurrent && s.ReturnedAt == null && s.ApprovedAt == null
            group s by s.Period into month
            select new WaitingMonth(month.Key, month.Count());

    private static readonly Func<KpiTrackerDbContext, List<int>, ReportingPeriod, ReportingPeriod, IAsyncEnumerable<WaitingMonth>> WaitingRead = EF.CompileAsyncQuery(Waiting);

    /// <param name="months">So many up to the one looked at; <c>null</c> is all on record.</param>
    /// <returns>The same unit with <see cref="UnitProgress.Unapproved"/>.</returns>
    public async Task<UnitProgress> AddAsync(UnitProgress progress, int? months = null, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var first = months is { } some ? progress.Period.AddMonths(1 - some) : progress.Indicators.SelectMany(i => i.Series.Points.Take(1)).Select(p => p.Period).Append(progress.Period).Min();
        var wards = snapshot.Units.WardsOfSeries(progress.Unit.Key).Where(w => w.ValidTo is null || w.ValidTo >= first.FirstDay).Select(w => snapshot.IdOf(w.Key)).ToList();
        var waiting = await WaitingRead(db, wards, first, progress.Period).ToListAsync(cancellationToken);
        return progress with { Unapproved = waiting.ToDictionary(w => w.Period, w => w.Wards) };
    }
}

/// <param name="Wards">At least one.</param>
internal readonly record struct WaitingMonth(ReportingPeriod Period, int Wards);
