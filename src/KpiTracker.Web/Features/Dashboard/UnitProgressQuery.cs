using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Asks the database about one unit and month, and has the domain reckon where it stands. It checks no rights: its callers do.</summary>
internal sealed class UnitProgressQuery(IDbContextFactory<KpiTrackerDbContext> dbFactory, Registers registers)
{
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
        var series = snapshot.Units.WardsOfSeries(unit.Key).Select(w => snapshot.IdOf(w.Key)).ToList();
        var now = snapshot.Units.WardsOf(unit.Key, period).Select(w => snapshot.IdOf(w.Key)).ToList();
        var counts = snapshot.Indicators.Where(i => i.Kind == IndicatorKind.Count).Select(i => i.Code).ToList();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var hasUnitsBetween = snapshot.Units.ChildrenOf(unit.Key, period).Any(c => !c.IsWard);
        var sums = await (hasUnitsBetween ? SumsByParent(db, series, counts, period) : SumsByWard(db, series, counts, period)).ToListAsync(cancellationToken);
        List<ReportingPeriod> before = [.. Enumerable.Range(1, Forecast.MonthsUsed - 1).Select(months => period.AddMonths(-months)).Append(against ?? period.Previous).Distinct()];
        var pairs = hasUnitsBetween ? await PairsByParent(db, now, counts, period, before).ToListAsync(cancellationToken) : PairsByWard(sums, period, before);
        var figures = await Figures(db, now, period).ToListAsync(cancellationToken);
        var revisions = await Revisions(db, now, period).ToListAsync(cancellationToken);
        return new UnitFigures(sums, pairs, figures, revisions);
    }

    // The key begins with ward and month: every ward is one range, and nothing else is read.
    internal static IQueryable<FigureSum> SumsByWard(KpiTrackerDbContext db, List<int> wards, List<string> counts, ReportingPeriod last) =>
        from f in db.CurrentFigures.AsNoTracking()
        where wards.Contains(f.UnitId) && f.Period <= last
            && f.Numerator != null && (f.Denominator != null || counts.Contains(f.IndicatorCode))
        select new FigureSum(f.UnitId, f.Period, f.IndicatorCode, f.Numerator!.Value, f.Denominator ?? 0, 1);

    internal static IQueryable<FigureSum> SumsByParent(KpiTrackerDbContext db, List<int> wards, List<string> counts, ReportingPeriod last) =>
        from f in db.CurrentFigures.AsNoTracking()
        join u in db.OrganisationUnits on f.UnitId equals u.Id
        where wards.Contains(f.UnitId) && f.Period <= last
            && f.Numerator != null && (f.Denominator != null || counts.Contains(f.IndicatorCode))
        group f by new { u.ParentId, f.Period, f.IndicatorCode } into g
        select new FigureSum(g.Key.ParentId!.Value, g.Key.Period, g.Key.IndicatorCode, g.Sum(f => f.Numerator!.Value), g.Sum(f => f.Denominator ?? 0), g.Count());

    internal static IQueryable<FigurePair> PairsByParent(KpiTrackerDbContext db, List<int> wards, List<string> counts, ReportingPeriod period, List<ReportingPeriod> before) =>
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

    /// <summary>Where the sums are the wards' own, they hold the pairs as well.</summary>
    private static List<FigurePair> PairsByWard(List<FigureSum> sums, ReportingPeriod period, List<ReportingPeriod> before)
    {
        var now = sums.Where(s => s.Period == period).ToDictionary(s => (s.ParentId, s.IndicatorCode));
        return
        [
            .. from then in sums
               where then.Period < period && before.Contains(then.Period) && now.ContainsKey((then.ParentId, then.IndicatorCode))
               let here = now[(then.ParentId, then.IndicatorCode)]
               select new FigurePair(then.ParentId, then.Period, then.IndicatorCode, then.Numerator, then.Denominator, here.Numerator, here.Denominator, 1),
        ];
    }

    internal static IQueryable<FigureRow> Figures(KpiTrackerDbContext db, List<int> wards, ReportingPeriod period) =>
        from f in db.CurrentFigures.AsNoTracking()
        join s in db.SubmittedFigures on new { f.SubmissionId, f.IndicatorCode } equals new { s.SubmissionId, s.IndicatorCode }
        where wards.Contains(f.UnitId) && f.Period == period
        select new FigureRow(f.UnitId, f.IndicatorCode, f.Numerator, f.Denominator, f.Percent, f.SubmissionId, s.Cell);

    internal static IQueryable<RevisionRow> Revisions(KpiTrackerDbContext db, List<int> wards, ReportingPeriod period) =>
        from s in db.Submissions.AsNoTracking()
        where wards.Contains(s.UnitId) && s.Period == period
        select new RevisionRow(s.UnitId, s.Id, s.Revision, s.SubmittedAt, s.IsCurrent, s.ReturnedAt != null, s.IsNothingToReport, s.ApprovedAt != null);
}
