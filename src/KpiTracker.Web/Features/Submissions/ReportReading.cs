using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
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

    public async Task<ReadReport> ReadAsync(SentWorkbook sent, CancellationToken cancellationToken)
    {
        var (unit, period) = (sent.Unit, sent.Period);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var context = new ReadingContext(snapshot.Units, snapshot.Indicators, unit, period);
        await using var workbook = files.OpenDraft(sent.File.Name);
        switch (reader.Read(workbook, sent.FileName, context))
        {
            case WorkbookReading.Unreadable unreadable:
                return new ReadReport.Unreadable(unreadable.Reason);
            case WorkbookReading.Recognised recognised:
                var previous = await PreviousAsync(snapshot, unit, period, cancellationToken);
                var reference = new ReferenceData(snapshot.Units, snapshot.Indicators, unit, period, previous);
                return new ReadReport.Checked(ReportCheck.Run(recognised.Report, reference), previous);
            default:
                throw new InvalidOperationException("A reading has two endings.");
        }
    }

    public async Task<IReadOnlyList<Observation>> PreviousAsync(RegisterSnapshot snapshot, OrganisationUnit unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var wards = snapshot.Units.WardsOf(unit.Key, period).Select(w => snapshot.IdOf(w.Key)).ToList();
        var from = period.AddMonths(-MonthsBack);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.CurrentFigures.AsNoTracking()
            .Where(f => wards.Contains(f.UnitId) && f.Period >= from && f.Period < period)
            .OrderByDescending(f => f.Period)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(f => new Observation(snapshot.UnitOf(f.UnitId).Key, f.IndicatorCode, f.Period, f.Numerator, f.Denominator, f.Percent))];
    }
}
