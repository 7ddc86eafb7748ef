using KpiTracker.Data;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The revisions that count, and how another takes their place. Inside the one writer's transaction.</summary>
internal static class CurrentRevisions
{
    /// <summary>By ward; wards that have sent nothing are not among them.</summary>
    public static async Task<Dictionary<int, Submission>> CurrentAsync(this KpiTrackerDbContext db, IReadOnlyCollection<int> wards, ReportingPeriod period) =>
        await db.Submissions.AsNoTracking().Include(s => s.Figures)
            .Where(s => wards.Contains(s.UnitId) && s.Period == period && s.IsCurrent)
            .ToDictionaryAsync(s => s.UnitId);

    /// <summary>The earlier revisions stay on record, and count no longer.</summary>
    public static async Task SupersedeAsync(this KpiTrackerDbContext db, IReadOnlyCollection<int> wards, ReportingPeriod period)
    {
        await db.Submissions.Where(s => wards.Contains(s.UnitId) && s.Period == period && s.IsCurrent)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.IsCurrent, false));
        await db.CurrentFigures.Where(f => wards.Contains(f.UnitId) && f.Period == period).ExecuteDeleteAsync();
    }

    /// <summary>By whom and when the ward's month was closed; <c>null</c> while it is open.</summary>
    public static MonthLock? Lock(this Submission current) =>
        current is { State: ReviewState.Approved, ApprovedAt: { } at, ApprovedByName: { } by } ? new MonthLock(by, at.InVietnam()) : null;

    /// <summary>The rows by which a submission's figures count from now on.</summary>
    public static IEnumerable<CurrentFigure> CurrentFiguresOf(Submission submission) => submission.Figures.Select(f => new CurrentFigure
    {
        UnitId = submission.UnitId,
        Period = submission.Period,
        IndicatorCode = f.IndicatorCode,
        Numerator = f.Numerator,
        Denominator = f.Denominator,
        Percent = f.Percent,
        SubmissionId = submission.Id,
    });
}
