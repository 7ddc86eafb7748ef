using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Review;

/// <summary>Lays out what a district officer decides on: each ward's report with its findings, answers and moves.</summary>
internal sealed class ReviewQuery(WardHomeQuery months, DueExtensions extensions, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <summary>How far back the last approved month is looked for.</summary>
    private const int MonthsBack = 12;

    /// <param name="unit">Valid in <paramref name="period"/>.</param>
    /// <returns><c>null</c> when the unit is not the officer's to review.</returns>
    public async Task<MonthReview?> FindAsync(OrganisationUnit unit, ReportingPeriod period, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (!officer.MayReturn(snapshot.Units, unit.Key))
        {
            return null;
        }

        var wards = await months.OfDistrictAsync(unit.Key, period, officer, cancellationToken);
        var waiting = await WaitingAsync(snapshot, [.. wards.Where(w => w.Month.Review == ReviewState.Waiting)], period, officer, cancellationToken);
        return new MonthReview(
            unit,
            period,
            [.. waiting.OrderByDescending(w => w.HasDoubts)],
            [.. wards.Where(w => w.Month.Review != ReviewState.Waiting)],
            await extensions.OfAsync(unit.Key, period, cancellationToken));
    }

    /// <summary>What became of reports, in code order of their wards; those that are not the officer's to review are left out.</summary>
    public async Task<IReadOnlyList<ReviewedReport>> ResultsAsync(IReadOnlyCollection<int> submissionIds, Officer officer, CancellationToken cancellationToken)
    {
        if (submissionIds.Count == 0)
        {
            return [];
        }

        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Submissions.AsNoTracking().Where(s => submissionIds.Contains(s.Id)).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let ward = snapshot.UnitOf(row.UnitId)
               where officer.MayReturn(snapshot.Units, ward.Key)
               orderby ward.Code
               select new ReviewedReport(ward, row.Id, row.IsCurrent, row.State, row.Lock()),
        ];
    }

    private async Task<List<WaitingReport>> WaitingAsync(
        RegisterSnapshot snapshot, List<WardAndMonth> wards, ReportingPeriod period, Officer officer, CancellationToken cancellationToken)
    {
        var ids = wards.Select(w => w.Month.Report!.SubmissionId).ToList();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var now = (await db.Submissions.AsNoTracking().Include(s => s.Figures).Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken)).ToDictionary(s => s.Id);
        var findings = await WorkbookFindings.ReadAsync(db, snapshot, officer, now.Values, cancellationToken);
        var approved = await ApprovedAsync(db, [.. now.Values.Select(s => s.UnitId)], period, cancellationToken);
        var reopened = await ReopenedAsync(db, [.. wards.Where(w => w.Month.Report!.Reopening is not null).Select(w => snapshot.IdOf(w.Ward.Key))], period, cancellationToken);
        var flows = snapshot.Indicators.Where(i => i.Accumulation == Accumulation.Flow).Select(i => i.Code).ToHashSet();
        return [.. wards.Select(Lay)];

        WaitingReport Lay(WardAndMonth ward)
        {
            var submission = now[ward.Month.Report!.SubmissionId];
            var before = ward.Month.Report.Reopening is { } reopening ? reopened[(submission.UnitId, reopening.Revision)] : null;
            var last = approved.GetValueOrDefault(submission.UnitId);
            return new WaitingReport(
                ward.Ward,
                ward.Month,
                ward.Month.Report,
                findings.About(submission),
                findings.AboutAll(submission),
                last?.Period,
                last is null ? [] : LargeMoves.Between(Figures(snapshot, last), Figures(snapshot, submission), flows),
                before is null ? null : FigureDifference.Between(Figures(snapshot, before), Figures(snapshot, submission)));
        }
    }

    /// <summary>Each ward's last approved report before the month, by ward.</summary>
    private static async Task<Dictionary<int, Submission>> ApprovedAsync(KpiTrackerDbContext db, List<int> wards, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var first = period.AddMonths(-MonthsBack);
        var known = await db.Submissions.AsNoTracking()
            .Where(s => wards.Contains(s.UnitId) && s.Period >= first && s.Period < period && s.IsCurrent && s.ApprovedAt != null)
            .Select(s => new { s.Id, s.UnitId, s.Period })
            .ToListAsync(cancellationToken);
        var ids = known.GroupBy(s => s.UnitId).Select(g => g.MaxBy(s => s.Period)!.Id).ToList();
        return await db.Submissions.AsNoTracking().Include(s => s.Figures).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.UnitId, cancellationToken);
    }

    /// <summary>All revisions of a month that was re-opened, by ward and number: months are re-opened seldom, and have few.</summary>
    private static async Task<Dictionary<(int UnitId, int Revision), Submission>> ReopenedAsync(KpiTrackerDbContext db, List<int> wards, ReportingPeriod period, CancellationToken cancellationToken) =>
        wards.Count == 0 ? [] : await db.Submissions.AsNoTracking().Include(s => s.Figures)
            .Where(s => wards.Contains(s.UnitId) && s.Period == period)
            .ToDictionaryAsync(s => (s.UnitId, s.Revision), cancellationToken);

    private static List<KeptFigure> Figures(RegisterSnapshot snapshot, Submission submission) =>
        [.. from indicator in snapshot.Indicators join figure in submission.Figures on indicator.Code equals figure.IndicatorCode select SubmissionFigures.Of(figure)];
}
