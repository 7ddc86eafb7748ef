using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

public enum WardMonthState
{
    /// <summary>Not sent, and still on time if it is sent now.</summary>
    NotSent,

    /// <summary>Not sent, and the due date has passed.</summary>
    Overdue,

    OnTime,

    Late,

    /// <summary>Sent on time, and says that there is nothing to report.</summary>
    NothingToReport,

    /// <summary>Says that there is nothing to report, and came after the due date.</summary>
    NothingToReportLate,

    /// <summary>Given back, and not sent again yet.</summary>
    Returned,
}

/// <summary>One ward's report for one month.</summary>
/// <param name="Report">The latest revision; <c>null</c> when nothing was sent.</param>
public sealed record WardMonth(ReportingPeriod Period, DueDate Due, WardMonthState State, WardReportOnRecord? Report)
{
    public ReviewState Review => Report switch
    {
        null => ReviewState.NotSent,
        { Lock: not null } => ReviewState.Approved,
        { ReturnReason: not null } => ReviewState.Returned,
        _ => ReviewState.Waiting,
    };
}

/// <param name="SubmittedAt">When this revision was sent, in Việt Nam's time.</param>
/// <param name="ReturnReason"><c>null</c> unless it was given back.</param>
/// <param name="Lock">By whom and when it was approved; <c>null</c> while the month is open.</param>
/// <param name="Steps">The givings back and re-openings of the ward's month, of whichever revision, newest first; approvals are not among them.</param>
public sealed record WardReportOnRecord(
    int SubmissionId,
    int ReceiptId,
    int Revision,
    DateTimeOffset SubmittedAt,
    string SubmittedByName,
    string? ReturnReason,
    MonthLock? Lock,
    IReadOnlyList<ReviewStepOnRecord> Steps)
{
    /// <summary>The last re-opening of the month, of the revision that had been approved; <c>null</c> when there was none, or the month was approved again since.</summary>
    public ReviewStepOnRecord? Reopening => Lock is null ? Steps.FirstOrDefault(s => s.Action == ReviewAction.Reopen) : null;

    /// <summary>The ward has not sent anything since the month was re-opened.</summary>
    public bool IsReopenedOnly => Reopening is { } reopening && reopening.Revision == Revision && ReturnReason is null;
}

/// <summary>What a ward officer comes for: which month is due, by when, and how the last months stand.</summary>
/// <param name="Due">The month that is due now: the latest that has closed.</param>
/// <param name="Months">Newest first, the due one among them; months before the campaign, or in which the ward did not exist, are left out.</param>
public sealed record WardHome(OrganisationUnit Ward, WardMonth Due, IReadOnlyList<WardMonth> Months);

/// <summary>One ward in the list from which a district officer picks.</summary>
public sealed record WardAndMonth(OrganisationUnit Ward, WardMonth Month);

/// <summary>Answers the home page of those who send reports.</summary>
internal sealed class WardHomeQuery(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    private const int MonthsShown = 6;

    /// <returns><c>null</c> when the unit is no ward today, or outside the officer's unit.</returns>
    public async Task<WardHome?> OfWardAsync(UnitKey ward, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var today = time.GetUtcNow().InVietnam().Day();
        var due = snapshot.Calendar.LatestClosed(today);
        if (snapshot.Units.Find(ward) is not { IsWard: true } unit || !unit.IsValidIn(due) || !officer.MaySee(snapshot.Units, ward))
        {
            return null;
        }

        var first = due.AddMonths(1 - MonthsShown);
        var periods = ReportingPeriod.Range(first, due)
            .Where(p => p == due || (unit.IsValidIn(p) && snapshot.Calendar.IsReported(p)))
            .Reverse()
            .ToList();
        var id = snapshot.IdOf(ward);
        var rows = await RowsAsync([id], first, due, cancellationToken);
        var steps = await StepsAsync([id], first, due, cancellationToken);
        List<WardMonth> months = [.. periods.Select(p => MonthOf(p, snapshot.DueDates.Of(ward, p), [.. rows.Where(r => r.Period == p)], steps[(id, p)], today))];
        return new WardHome(unit, months[0], months);
    }

    /// <summary>How each ward of a district or area stands in one month, in code order; of a ward, itself.</summary>
    /// <returns>Empty when the unit is outside the officer's, or did not exist in the month.</returns>
    public async Task<IReadOnlyList<WardAndMonth>> OfDistrictAsync(UnitKey district, ReportingPeriod period, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (!officer.MaySee(snapshot.Units, district))
        {
            return [];
        }

        var today = time.GetUtcNow().InVietnam().Day();
        var wards = snapshot.Units.WardsOf(district, period);
        List<int> ids = [.. wards.Select(w => snapshot.IdOf(w.Key))];
        var rows = (await RowsAsync(ids, period, period, cancellationToken)).ToLookup(r => r.UnitId);
        var steps = await StepsAsync(ids, period, period, cancellationToken);
        return [.. wards.Select(w => new WardAndMonth(w, MonthOf(period, snapshot.DueDates.Of(w.Key, period), [.. rows[snapshot.IdOf(w.Key)]], steps[(snapshot.IdOf(w.Key), period)], today)))];
    }

    private async Task<List<Row>> RowsAsync(List<int> wards, ReportingPeriod first, ReportingPeriod last, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.Submissions.AsNoTracking()
            .Where(s => wards.Contains(s.UnitId) && s.Period >= first && s.Period <= last && (s.IsCurrent || s.Revision == 1))
            .Select(s => new Row(s.UnitId, s.Period, s.Id, s.WorkbookId, s.Revision, s.IsCurrent, s.SubmittedAt, s.SubmittedByName, s.ReturnReason, s.IsNothingToReport, s.ApprovedAt, s.ApprovedByName))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What was given back or re-opened, by ward and month, newest first.</summary>
    private async Task<ILookup<(int UnitId, ReportingPeriod Period), ReviewStepOnRecord>> StepsAsync(List<int> wards, ReportingPeriod first, ReportingPeriod last, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var steps = await db.Submissions.AsNoTracking()
            .Where(s => wards.Contains(s.UnitId) && s.Period >= first && s.Period <= last)
            .Join(db.ReviewSteps.Where(r => r.Action != ReviewAction.Approve), s => s.Id, r => r.SubmissionId, (s, r) => new { s.UnitId, s.Period, s.Revision, Step = r })
            .OrderByDescending(r => r.Step.Id)
            .ToListAsync(cancellationToken);
        return steps.ToLookup(r => (r.UnitId, r.Period), r => new ReviewStepOnRecord(r.Revision, r.Step.Action, r.Step.At.InVietnam(), r.Step.ByName, r.Step.Reason));
    }

    private static WardMonth MonthOf(ReportingPeriod period, DueDate due, IReadOnlyList<Row> rows, IEnumerable<ReviewStepOnRecord> steps, DateOnly today)
    {
        if (rows.FirstOrDefault(r => r.IsCurrent) is not { } current)
        {
            return new WardMonth(period, due, today > due.On ? WardMonthState.Overdue : WardMonthState.NotSent, null);
        }

        // Late is judged on the first revision: correcting oneself is no offence.
        var first = rows.Single(r => r.Revision == 1).SubmittedAt.InVietnam().Day();
        var state = current.ReturnReason is not null ? WardMonthState.Returned
            : Sent(first > due.On, current.IsNothingToReport);
        var report = new WardReportOnRecord(
            current.Id,
            current.WorkbookId,
            current.Revision,
            current.SubmittedAt.InVietnam(),
            current.SubmittedByName,
            current.ReturnReason,
            current is { ApprovedAt: { } at, ApprovedByName: { } by } ? new MonthLock(by, at.InVietnam()) : null,
            [.. steps]);
        return new WardMonth(period, due, state, report);
    }

    /// <summary>The state of a report that counts.</summary>
    internal static WardMonthState Sent(bool isLate, bool isNothingToReport) => (isLate, isNothingToReport) switch
    {
        (false, false) => WardMonthState.OnTime,
        (true, false) => WardMonthState.Late,
        (false, true) => WardMonthState.NothingToReport,
        (true, true) => WardMonthState.NothingToReportLate,
    };

    private sealed record Row(
        int UnitId,
        ReportingPeriod Period,
        int Id,
        int WorkbookId,
        int Revision,
        bool IsCurrent,
        DateTimeOffset SubmittedAt,
        string SubmittedByName,
        string? ReturnReason,
        bool IsNothingToReport,
        DateTimeOffset? ApprovedAt,
        string? ApprovedByName);
}
