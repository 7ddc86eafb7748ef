using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Approves the sample reports as their district officers would have: all of the earlier months, most of the last month but one, some of the last. A report
/// that somebody has decided on since is left alone.
/// </summary>
internal sealed class SampleReviews(DatabaseWriter writer, Registers registers, TimeProvider time)
{
    private const double ShareOfLastButOne = 0.85;
    private const double ShareOfLast = 0.45;

    /// <summary>There all of the last month is left for the visitor to approve, and the month of the ready-made workbooks in data/samples open to send them for.</summary>
    private const string VisitorsTerritory = "003";

    private static readonly ReportingPeriod ReadyMade = new(2025, 5);

    /// <summary>Days after the due date: corrections have come in by then, and a closed month takes no more.</summary>
    private const int DaysAfterDue = 15;

    public async Task ApproveAsync(CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var plan = new SamplePlan(snapshot.Units, snapshot.Populations, snapshot.Calendar);
        var last = snapshot.Calendar.LatestClosed(time.Today());
        foreach (var period in ReportingPeriod.Range(SamplePlan.First, last).Where(p => snapshot.Calendar.DueOn(p).AddDays(DaysAfterDue) <= time.Today()))
        {
            var officers = plan.Collectors(period)
                .Where(c => (period != last && period != ReadyMade) || plan.TerritoryOf(c) != VisitorsTerritory)
                .SelectMany(c => snapshot.Units.WardsOf(c.Key, period).Select(w => (Id: snapshot.IdOf(w.Key), Officer: SampleOfficers.Of(c, plan.TerritoryOf(c)))))
                .Where(w => Chance.Of("approved", snapshot.UnitOf(w.Id).Key.ToString(), period.ToString()) < ShareOf(period, last))
                .ToDictionary(w => w.Id, w => w.Officer);
            var at = new DateTimeOffset(snapshot.Calendar.DueOn(period).AddDays(DaysAfterDue).ToDateTime(new TimeOnly(8, 30)), VietnamTime.Zone.BaseUtcOffset).ToUniversalTime();
            await writer.WriteAsync(
                async db =>
                {
                    var waiting = await db.Submissions
                        .Where(s => s.Period == period && s.IsCurrent && s.ReturnedAt == null && s.ApprovedAt == null)
                        .Where(s => db.Workbooks.Any(w => w.Id == s.WorkbookId && w.Origin == WorkbookOrigin.Sample) && !db.ReviewSteps.Any(r => r.SubmissionId == s.Id))
                        .ToListAsync();
                    foreach (var submission in waiting.Where(s => officers.ContainsKey(s.UnitId)))
                    {
                        SubmissionReview.Approve(db, submission, officers[submission.UnitId], at);
                    }

                    return await db.SaveChangesAsync();
                },
                cancellationToken);
        }
    }

    private static double ShareOf(ReportingPeriod period, ReportingPeriod last) => period.MonthsUntil(last) switch
    {
        0 => ShareOfLast,
        1 => ShareOfLastButOne,
        _ => 1,
    };
}
