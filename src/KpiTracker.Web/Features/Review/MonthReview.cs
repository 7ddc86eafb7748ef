using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Web.Features.Review;

/// <summary>How the wards of a unit stand in the review of a month.</summary>
/// <param name="Unit">As it is in the month.</param>
/// <param name="Waiting">Neither approved nor given back: those with doubts first, else in code order.</param>
/// <param name="Others">Approved, given back and not sent, in code order.</param>
/// <param name="Extensions">More time given, in force.</param>
public sealed record MonthReview(
    OrganisationUnit Unit,
    ReportingPeriod Period,
    IReadOnlyList<WaitingReport> Waiting,
    IReadOnlyList<WardAndMonth> Others,
    IReadOnlyList<GivenExtension> Extensions)
{
    public int Wards => Waiting.Count + Others.Count;

    public int Count(ReviewState state) => state == ReviewState.Waiting ? Waiting.Count : Others.Count(o => o.Month.Review == state);
}

/// <summary>One report to be decided on, with what is to be known for it.</summary>
/// <param name="Report">Its current revision.</param>
/// <param name="Findings">About the ward, with the sender's answers; empty where the workbook is not the officer's to see.</param>
/// <param name="OfWholeFile">About its whole workbook, which other wards came in too.</param>
/// <param name="Since">The last approved month before, in the last twelve; <c>null</c> when there is none.</param>
/// <param name="Moves">What is far from <paramref name="Since"/>.</param>
/// <param name="SinceReopened">What differs from the revision that had been approved before the month was re-opened; <c>null</c> when it was not re-opened.</param>
public sealed record WaitingReport(
    OrganisationUnit Ward,
    WardMonth Month,
    WardReportOnRecord Report,
    IReadOnlyList<AnsweredFinding> Findings,
    IReadOnlyList<AnsweredFinding> OfWholeFile,
    ReportingPeriod? Since,
    IReadOnlyList<FigureDifference> Moves,
    IReadOnlyList<FigureDifference>? SinceReopened)
{
    public int Count(Severity severity) => Findings.Count(f => f.Finding.Severity == severity);

    /// <summary>Something that a person should read before approving: an explanation by the sender, a large move, or that the month was re-opened. Such a report is not ticked beforehand.</summary>
    public bool HasDoubts => Report.Reopening is not null || Moves.Count > 0 || Count(Severity.Question) > 0;
}

/// <summary>What became of a report that somebody meant to approve or give back: as the database has it now.</summary>
/// <param name="IsCurrent"><c>false</c> when a later revision has taken its place.</param>
/// <param name="Lock">By whom and when its month was approved.</param>
public sealed record ReviewedReport(OrganisationUnit Ward, int SubmissionId, bool IsCurrent, ReviewState State, MonthLock? Lock);
