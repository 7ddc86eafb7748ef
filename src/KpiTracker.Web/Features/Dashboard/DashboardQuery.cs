using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Answers an address of the dashboard: which unit and month it means, whether the officer may see them, and where the unit stands.</summary>
internal sealed class DashboardQuery(
    CurrentOfficer officers,
    Registers registers,
    UnitProgressQuery progress,
    IDbContextFactory<KpiTrackerDbContext> dbFactory,
    TimeProvider time)
{
    /// <param name="code">A unit's code, as it is or was in the month, or of a district that an area continues.</param>
    /// <param name="month"><c>2025-05</c>; <c>null</c>, or a month to come, is the latest month that has closed.</param>
    /// <param name="against">Another month that the answer is to be comparable with; <c>null</c>, or what is no month, is none.</param>
    public async Task<DashboardAnswer> AskAsync(string code, string? month, string? against = null, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var latest = snapshot.Calendar.LatestClosed(time.Today());
        var period = latest;
        if (month is not null && !ReportingPeriod.TryParse(month, out period))
        {
            return new DashboardAnswer.Unknown();
        }

        ReportingPeriod? tooLate = snapshot.Calendar.OpensOn(period) > time.Today() ? period : null;
        period = tooLate is null ? period : latest;

        var officer = await officers.GetAsync(cancellationToken);
        if (snapshot.Units.FindInSeries(code, period) is not { } unit)
        {
            var known = snapshot.Units.Units.FirstOrDefault(u => u.Code.Equals(code, StringComparison.OrdinalIgnoreCase) && officer.MaySee(snapshot.Units, u.Key));
            return known is null ? new DashboardAnswer.Unknown() : new DashboardAnswer.NotInMonth(known, period);
        }

        if (!officer.MaySee(snapshot.Units, unit.Key))
        {
            return new DashboardAnswer.NotYours();
        }

        var read = await progress.ReadAsync(unit, period, ReportingPeriod.TryParse(against ?? "", out var other) ? other : null, cancellationToken);
        var stage = snapshot.Calendar.StageOf(period, read.DueOn, time.Today());
        var standing = read with { Stage = stage, DaysOverdue = stage.IsDue ? time.Today().DayNumber - read.DueOn.DayNumber : 0 };
        return new DashboardAnswer.Found(
            standing,
            [.. snapshot.Units.AncestorsOf(unit.Key).Where(a => officer.MaySee(snapshot.Units, a.Key)).Reverse()],
            Months(standing, latest),
            snapshot.Units.Find(code, period) is null ? snapshot.Units.Units.FirstOrDefault(u => u.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) : null,
            unit is { IsWard: true, Parent: { } parent } ? await ParentAsync(snapshot.Units.Find(parent)!, period, officer.MaySee(snapshot.Units, parent), cancellationToken) : null,
            unit.IsWard ? await HistoryAsync(snapshot, unit, cancellationToken) : [])
        {
            TooLate = tooLate,
        };
    }

    /// <returns>The month that the text names, if it has not begun; else <c>null</c>.</returns>
    public async Task<ReportingPeriod?> ToComeAsync(string? month, CancellationToken cancellationToken = default) =>
        ReportingPeriod.TryParse(month ?? "", out var period) && (await registers.CurrentAsync(cancellationToken)).Calendar.OpensOn(period) > time.Today() ? period : null;

    /// <summary>The unit above a ward: its rates and the ward's rank among its wards, which every ward may know; its page only for who may see it.</summary>
    private async Task<ParentProgress> ParentAsync(OrganisationUnit parent, ReportingPeriod period, bool mayOpen, CancellationToken cancellationToken) =>
        new(await progress.ReadAsync(parent, period, cancellationToken: cancellationToken), mayOpen);

    /// <summary>From the first month on record to the latest that has closed, and the month looked at, wherever it lies.</summary>
    private static List<ReportingPeriod> Months(UnitProgress progress, ReportingPeriod latest)
    {
        var first = progress.Indicators.SelectMany(i => i.Series.Points.Take(1)).Select(p => p.Period).Append(progress.Period).Min();
        return [.. ReportingPeriod.Range(first, latest > progress.Period ? latest : progress.Period).Reverse()];
    }

    private async Task<List<WardSubmission>> HistoryAsync(RegisterSnapshot snapshot, OrganisationUnit ward, CancellationToken cancellationToken)
    {
        var ids = snapshot.Units.WardsOfSeries(ward.Key).Select(w => snapshot.IdOf(w.Key)).ToList();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Submissions.AsNoTracking()
            .Where(s => ids.Contains(s.UnitId))
            .OrderByDescending(s => s.Period).ThenByDescending(s => s.Revision)
            .Select(s => new { s.Id, s.UnitId, s.Period, s.Revision, s.SubmittedAt, s.SubmittedByName, IsReturned = s.ReturnedAt != null, s.IsNothingToReport, IsApproved = s.ApprovedAt != null })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let at = TimeZoneInfo.ConvertTime(row.SubmittedAt, VietnamTime.Zone)
               select new WardSubmission(row.Id, row.Period, row.Revision, at, row.SubmittedByName, row.IsReturned, snapshot.DueDates.IsLate(snapshot.UnitOf(row.UnitId).Key, row.Period, DateOnly.FromDateTime(at.DateTime)), row.IsNothingToReport) { IsApproved = row.IsApproved },
        ];
    }
}
