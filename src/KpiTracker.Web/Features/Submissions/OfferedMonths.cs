using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The months for which reports may be sent, and the one that a page's address asks for.</summary>
/// <param name="All">Newest first; the latest closed month, and those before it for which reports were expected.</param>
internal sealed record OfferedMonths(ReportingPeriod Chosen, IReadOnlyList<ReportingPeriod> All)
{
    private const int MonthsOffered = 24;

    /// <param name="asked">As written in the address; what is no month, or is not closed yet, means the latest closed one.</param>
    public static OfferedMonths Of(ReportingCalendar calendar, DateOnly today, string? asked)
    {
        var due = calendar.LatestClosed(today);
        return new OfferedMonths(
            ReportingPeriod.TryParse(asked, out var period) && period <= due ? period : due,
            [.. ReportingPeriod.Range(due.AddMonths(1 - MonthsOffered), due).Where(p => p == due || calendar.IsReported(p)).Reverse()]);
    }
}
