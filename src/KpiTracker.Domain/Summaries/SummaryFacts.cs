using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>Everything a summary of one unit and month is made of.</summary>
/// <param name="Superior">The authority above the unit: the nearest unit above that is not an area; <c>null</c> at the top.</param>
/// <param name="FirstDay">First day that the month's figures cover.</param>
/// <param name="LastDay">Last day that the month's figures cover.</param>
/// <param name="MadeOn">The day the summary is made.</param>
/// <param name="Progress">Where the unit stands, one for each indicator that has a figure or a target; exactly what the dashboard shows.</param>
/// <param name="Wards">Every ward that makes up the unit in the month, reported or not, in the order to list them.</param>
public sealed record SummaryFacts(
    OrganisationUnit Unit,
    OrganisationUnit? Superior,
    ReportingPeriod Period,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly MadeOn,
    IReadOnlyList<IndicatorProgress> Progress,
    IReadOnlyList<WardFacts> Wards)
{
    public ReportingRate Rate => new(Wards.Count, Wards.Count(w => w.HasReported), Wards.Count(w => w.Standing == ReportStanding.OnTime));

    /// <summary>The month's days are not over: its figures are those received until <see cref="MadeOn"/>.</summary>
    public bool IsOpen => MadeOn <= LastDay;

    public Approval Approval => new(Wards.Count(w => w.IsApproved), Wards.Count);
}

/// <summary>What one ward sent.</summary>
/// <param name="Group">The unit between the summary's unit and the ward (a district of the city); <c>null</c> when the ward stands directly under it.</param>
/// <param name="Figures">By indicator code; nothing where the ward reported nothing.</param>
public sealed record WardFacts(
    OrganisationUnit Ward,
    OrganisationUnit? Group,
    ReportStanding Standing,
    IReadOnlyDictionary<string, FigureFacts> Figures)
{
    /// <summary>Its figures stand; otherwise they are provisional.</summary>
    public bool IsApproved { get; init; }

    public bool HasReported => Standing is ReportStanding.OnTime or ReportStanding.Late;
}

/// <summary>One ward's figure of one indicator.</summary>
/// <param name="Value"><c>null</c> when nothing that can be added was reported.</param>
/// <param name="ReportedPercent">0–100, only when the ward sent a percentage without counts.</param>
public sealed record FigureFacts(IndicatorValue? Value, decimal? ReportedPercent = null);
