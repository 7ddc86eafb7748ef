using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>How a question for a unit's dashboard ends.</summary>
internal abstract record DashboardAnswer
{
    private DashboardAnswer()
    {
    }

    /// <param name="Above">The units above that the officer may see, the highest first.</param>
    /// <param name="Months">The months to choose from, newest first.</param>
    /// <param name="AskedFor">The unit that the code in the address names, where another one continues its series in the month; else <c>null</c>.</param>
    /// <param name="Parent">Where the unit directly above a ward stands, to hold the ward against; <c>null</c> when the officer may not see it, and for any other unit.</param>
    /// <param name="History">A ward's submissions so far, newest first; empty for a unit above.</param>
    public sealed record Found(
        UnitProgress Progress,
        IReadOnlyList<OrganisationUnit> Above,
        IReadOnlyList<ReportingPeriod> Months,
        OrganisationUnit? AskedFor,
        UnitProgress? Parent,
        IReadOnlyList<WardSubmission> History) : DashboardAnswer;

    /// <summary>No unit bears the code, or the address names no month.</summary>
    public sealed record Unknown : DashboardAnswer;

    /// <summary>The code is known, but nothing bears or continues it in the month.</summary>
    public sealed record NotInMonth(OrganisationUnit Unit, ReportingPeriod Period) : DashboardAnswer;

    /// <summary>The unit is outside the officer's.</summary>
    public sealed record NotYours : DashboardAnswer;
}

/// <summary>One revision of a ward's report for one month.</summary>
public sealed record WardSubmission(int Id, ReportingPeriod Period, int Revision, DateTimeOffset SubmittedAt, string SubmittedByName, bool IsReturned, bool IsLate, bool IsNothingToReport);
