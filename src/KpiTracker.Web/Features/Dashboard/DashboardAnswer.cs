using KpiTracker.Domain.Indicators;
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
    /// <param name="Parent">Where the unit directly above a ward stands, to hold the ward against; <c>null</c> for any other unit.</param>
    /// <param name="History">A ward's submissions so far, newest first; empty for a unit above.</param>
    public sealed record Found(
        UnitProgress Progress,
        IReadOnlyList<OrganisationUnit> Above,
        IReadOnlyList<ReportingPeriod> Months,
        OrganisationUnit? AskedFor,
        ParentProgress? Parent,
        IReadOnlyList<WardSubmission> History) : DashboardAnswer
    {
        /// <summary>The month in the address that is still to come, in place of which the latest is shown; usually <c>null</c>.</summary>
        public ReportingPeriod? TooLate { get; init; }
    }

    /// <summary>No unit bears the code, or the address names no month.</summary>
    public sealed record Unknown : DashboardAnswer;

    /// <summary>The code is known, but nothing bears or continues it in the month.</summary>
    public sealed record NotInMonth(OrganisationUnit Unit, ReportingPeriod Period) : DashboardAnswer;

    /// <summary>The unit is outside the officer's.</summary>
    public sealed record NotYours : DashboardAnswer;
}

/// <summary>The unit above a ward as the ward's own page uses it: its line in the trends and the ward's rank, never another ward's figures.</summary>
/// <param name="MayOpen">The reader may see the unit's own page.</param>
public sealed record ParentProgress(UnitProgress Progress, bool MayOpen)
{
    public OrganisationUnit Unit => Progress.Unit;

    public IndicatorStanding? Find(string indicatorCode) => Progress.Find(indicatorCode);

    /// <summary>Where one ward stands by an indicator, of how many that have a figure; <c>null</c> when it has none.</summary>
    public (int Rank, int Of)? RankOf(UnitKey ward, Indicator indicator)
    {
        var ranking = ChildRanking.Of(Progress, indicator);
        return ranking.Ranked.FirstOrDefault(r => r.Item.Unit.Key == ward) is { Rank: { } rank } ? (rank, ranking.Ranked.Count) : null;
    }
}

/// <summary>One revision of a ward's report for one month.</summary>
public sealed record WardSubmission(int Id, ReportingPeriod Period, int Revision, DateTimeOffset SubmittedAt, string SubmittedByName, bool IsReturned, bool IsLate, bool IsNothingToReport)
{
    public bool IsApproved { get; init; }

    /// <summary>Its figures stand for the month: it has not been given back, and nothing newer was sent.</summary>
    public bool CountsAmong(IReadOnlyList<WardSubmission> history) => !IsReturned && !history.Any(later => later.Period == Period && later.Revision > Revision && !later.IsReturned);
}
