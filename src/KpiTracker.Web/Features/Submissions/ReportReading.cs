using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What came of reading a workbook.</summary>
internal abstract record ReadReport
{
    private ReadReport()
    {
    }

    /// <param name="Previous">What the wards last reported, newest first.</param>
    public sealed record Checked(CheckedReport Report, IReadOnlyList<Observation> Previous) : ReadReport;

    public sealed record Unreadable(UnreadableReason Reason) : ReadReport;
}

/// <summary>Reads a workbook and holds it against the registers and what was reported before. Stores nothing.</summary>
internal sealed class ReportReading(
    WardWorkbookReader reader,
    WorkbookFiles files,
    Registers registers,
    IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <summary>How far back earlier figures are looked for: a count that only rises is compared with the last one on record.</summary>
    private const int MonthsBack = 12;

    /// <summary>How far back the neighbours' figures are looked for: what they changed this month is asked, not what they usually do.</summary>
    private const int PeerMonthsBack = 3;

    public async Task<ReadReport> ReadAsync(SentWorkbook sent, CancellationToken cancellationToken)
    {
        var (unit, period) = (sent.Unit, sent.Period);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var context = new ReadingContext(snapshot.Units, snapshot.Indicators, unit, period)
        {
            Mappings = await MappingsAsync(snapshot, unit, cancellationToken),
            Edits = sent.Edits.ToDictionary(e => e.Key, e => e.Value.Text),
        };
        await using var workbook = files.OpenDraft(sent.File.Name);
        switch (await OwnThread.RunAsync(() => reader.Read(workbook, sent.FileName, context), cancellationToken))
        {
            case WorkbookReading.Unreadable unreadable:
                return new ReadReport.Unreadable(unreadable.Reason);
            case WorkbookReading.Recognised recognised:
                var reference = await ReferenceAsync(snapshot, unit, period, cancellationToken);
                return new ReadReport.Checked(ReportCheck.Run(LeftOutRows.Without(recognised.Report, sent.Edits), reference), reference.Previous);
            default:
                throw new InvalidOperationException("A reading has two endings.");
        }
    }

    /// <summary>What people said before that labels of the unit's workbooks mean.</summary>
    public async Task<IReadOnlyList<LabelMapping>> MappingsAsync(RegisterSnapshot snapshot, OrganisationUnit unit, CancellationToken cancellationToken)
    {
        var unitId = snapshot.IdOf(unit.Key);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.LabelMappings.AsNoTracking()
            .Where(m => m.UnitId == unitId)
            .OrderBy(m => m.Id)
            .Select(m => new LabelMapping(m.Key, m.Use, m.IndicatorCode))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What a report of the unit for the month is held against: the registers, its wards' own figures, and those of their neighbours.</summary>
    public async Task<ReferenceData> ReferenceAsync(RegisterSnapshot snapshot, OrganisationUnit unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var own = await KnownAsync(db, snapshot, snapshot.Units.WardsOf(unit.Key, period), period.AddMonths(-MonthsBack), period, cancellationToken);
        return new ReferenceData(snapshot.Units, snapshot.Indicators, unit, period, [.. own.Where(o => o.Period < period)])
        {
            OnRecord = [.. own.Where(o => o.Period == period)],
            Locks = await LocksAsync(db, snapshot, snapshot.Units.WardsOf(unit.Key, period), period, cancellationToken),
            Peers = await KnownAsync(db, snapshot, NeighboursOf(unit, period, snapshot), period.AddMonths(-PeerMonthsBack), period, cancellationToken),
        };
    }

    /// <summary>The figures that count of some wards, from a month to another, both included.</summary>
    public static IQueryable<CurrentFigure> Known(KpiTrackerDbContext db, List<int> wards, ReportingPeriod from, ReportingPeriod to) =>
        db.CurrentFigures.AsNoTracking().Where(f => wards.Contains(f.UnitId) && f.Period >= from && f.Period <= to);

    /// <summary>The wards whose month was approved; rows of their submissions alone are read.</summary>
    private static async Task<Dictionary<UnitKey, MonthLock>> LocksAsync(
        KpiTrackerDbContext db, RegisterSnapshot snapshot, IReadOnlyList<OrganisationUnit> wards, ReportingPeriod period, CancellationToken cancellationToken)
    {
        List<int> ids = [.. wards.Select(w => snapshot.IdOf(w.Key))];
        var approved = await db.Submissions.AsNoTracking()
            .Where(s => ids.Contains(s.UnitId) && s.Period == period && s.IsCurrent && s.ApprovedAt != null)
            .ToListAsync(cancellationToken);
        return approved.ToDictionary(s => snapshot.UnitOf(s.UnitId).Key, s => s.Lock()!);
    }

    private static async Task<List<Observation>> KnownAsync(
        KpiTrackerDbContext db, RegisterSnapshot snapshot, IReadOnlyList<OrganisationUnit> wards, ReportingPeriod from, ReportingPeriod to, CancellationToken cancellationToken)
    {
        if (wards.Count == 0)
        {
            return [];
        }

        var rows = await Known(db, [.. wards.Select(w => snapshot.IdOf(w.Key))], from, to).OrderByDescending(f => f.Period).ToListAsync(cancellationToken);
        return [.. rows.Select(f => new Observation(snapshot.UnitOf(f.UnitId).Key, f.IndicatorCode, f.Period, f.Numerator, f.Denominator, f.Percent))];
    }

    /// <summary>The other wards under the same unit; none for a district or area, whose wards are each other's neighbours.</summary>
    private static IReadOnlyList<OrganisationUnit> NeighboursOf(OrganisationUnit unit, ReportingPeriod period, RegisterSnapshot snapshot) =>
        unit is { IsWard: true, Parent: { } parent } ? [.. snapshot.Units.WardsOf(parent, period).Where(w => w.Key != unit.Key)] : [];
}
