using System.Linq.Expressions;
using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Asks the database about one unit and month, and has the domain reckon where it stands. It checks no rights: its callers do.</summary>
internal sealed class UnitProgressQuery(IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers registers)
{
    // One row for each unit and indicator, whatever the months: the database keeps them added up.
    internal static readonly Expression<Func<KpiTrackerDbContext, List<int>, IQueryable<FigureSeries>>> Series =
        (db, units) => db.FigureSeries.AsNoTracking().Where(s => units.Contains(s.UnitId));

    internal static readonly Expression<Func<KpiTrackerDbContext, List<int>, List<string>, ReportingPeriod, List<ReportingPeriod>, IQueryable<FigurePair>>> PairsByParent =
        (db, wards, counts, period, before) =>
            from f in db.CurrentFigures.AsNoTracking()
            join e in db.CurrentFigures on new { f.UnitId, f.IndicatorCode } equals new { e.UnitId, e.IndicatorCode }
            join u in db.OrganisationUnits on f.UnitId equals u.Id
            where wards.Contains(f.UnitId) && f.Period == period && before.Contains(e.Period)
                && f.Numerator != null && e.Numerator != null && ((f.Denominator != null && e.Denominator != null) || counts.Contains(f.IndicatorCode))
            group new { f, e } by new { u.ParentId, e.Period, f.IndicatorCode } into g
            select new FigurePair(
                g.Key.ParentId!.Value,
                g.Key.Period,
                g.Key.IndicatorCode,
                g.Sum(p => p.e.Numerator!.Value),
                g.Sum(p => p.e.Denominator ?? 0),
                g.Sum(p => p.f.Numerator!.Value),
                g.Sum(p => p.f.Denominator ?? 0),
                g.Count());

    internal static readonly Expression<Func<KpiTrackerDbContext, List<int>, ReportingPeriod, IQueryable<FigureRow>>> Figures =
        (db, wards, period) =>
            from f in db.CurrentFigures.AsNoTracking()
            join s in db.SubmittedFigures on new { f.SubmissionId, f.IndicatorCode } equals new { s.SubmissionId, s.IndicatorCode }
            where wards.Contains(f.UnitId) && f.Period == period
            select new FigureRow(f.UnitId, f.IndicatorCode, f.Numerator, f.Denominator, f.Percent, f.SubmissionId, s.Cell);

    internal static readonly Expression<Func<KpiTrackerDbContext, List<int>, ReportingPeriod, IQueryable<RevisionRow>>> Revisions =
        (db, wards, period) =>
            from s in db.Submissions.AsNoTracking()
            where wards.Contains(s.UnitId) && s.Period == period
            select new RevisionRow(s.UnitId, s.Id, s.Revision, s.SubmittedAt, s.IsCurrent, s.ReturnedAt != null, s.IsNothingToReport, s.ApprovedAt != null);

    // Compiled once: every page asks them.
    private static readonly Func<KpiTrackerDbContext, List<int>, IAsyncEnumerable<FigureSeries>> SeriesRead = EF.CompileAsyncQuery(Series);

    private static readonly Func<KpiTrackerDbContext, List<int>, List<string>, ReportingPeriod, List<ReportingPeriod>, IAsyncEnumerable<FigurePair>> PairsByParentRead = EF.CompileAsyncQuery(PairsByParent);

    private static readonly Func<KpiTrackerDbContext, List<int>, ReportingPeriod, IAsyncEnumerable<FigureRow>> FiguresRead = EF.CompileAsyncQuery(Figures);

    private static readonly Func<KpiTrackerDbContext, List<int>, ReportingPeriod, IAsyncEnumerable<RevisionRow>> RevisionsRead = EF.CompileAsyncQuery(Revisions);

    /// <param name="unit">Valid in <paramref name="period"/>.</param>
    /// <param name="against">An earlier month to be compared with, beside those that a pace and a forecast look back to.</param>
    public async Task<UnitProgress> ReadAsync(OrganisationUnit unit, ReportingPeriod period, ReportingPeriod? against = null, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var figures = await FiguresAsync(snapshot, unit, period, against, cancellationToken);
        return new UnitProgressReckoning(snapshot, unit, period).Reckon(figures);
    }

    internal async Task<UnitFigures> FiguresAsync(RegisterSnapshot snapshot, OrganisationUnit unit, ReportingPeriod period, ReportingPeriod? against, CancellationToken cancellationToken)
    {
        var tree = snapshot.Units;
        var below = tree.WardsOfSeries(unit.Key);
        var hasUnitsBetween = tree.ChildrenOf(unit.Key, period).Any(c => !c.IsWard);
        // Whatever is above a ward of the series lies in it with all its wards.
        List<int> bearers = [.. (hasUnitsBetween ? below.Select(w => w.Parent!.Value).Distinct() : below.Select(w => w.Key)).Select(snapshot.IdOf)];
        List<int> now = [.. tree.WardsOf(unit.Key, period).Select(w => snapshot.IdOf(w.Key))];
        List<ReportingPeriod> before = [.. Enumerable.Range(1, Forecast.MonthsUsed - 1).Select(months => period.AddMonths(-months)).Append(against ?? period.Previous).Where(month => month < period).Distinct()];

        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        // Open for all that is asked: each opening declares EF's functions to SQLite anew.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var kinds = snapshot.Indicators.ToDictionary(i => i.Code, i => i.Kind);
        List<UnitSums> sums = [];
        await foreach (var row in SeriesRead(db, bearers).WithCancellation(cancellationToken))
        {
            if (FigureSeries.Read(row.Months, kinds[row.IndicatorCode], period) is { Count: > 0 } months)
            {
                sums.Add(new UnitSums(row.UnitId, row.IndicatorCode, months));
            }
        }

        var pairs = new FigurePairs(snapshot, unit, period, before);
        var open = pairs.Open(sums);
        List<int> asked = [.. open.SelectMany(u => tree.WardsOf(u.Key, period)).Select(w => snapshot.IdOf(w.Key))];
        var counts = snapshot.Indicators.Where(i => i.Kind == IndicatorKind.Count).Select(i => i.Code).ToList();
        List<FigurePair> read = asked.Count > 0 ? await PairsByParentRead(db, asked, counts, period, before).ToListAsync(cancellationToken) : [];
        var figures = await FiguresRead(db, now, period).ToListAsync(cancellationToken);
        var revisions = await RevisionsRead(db, now, period).ToListAsync(cancellationToken);
        return new UnitFigures(sums, [.. pairs.OfOthers(sums, open), .. read], figures, revisions);
    }
}
