using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Live;

/// <summary>What can have happened to a ward's month; each has its sentences in the notice's texts.</summary>
internal enum NewsKind
{
    Send,
    Return,
    Approve,
    Reopen,

    /// <summary>More time was given.</summary>
    Extend,

    /// <summary>The calendar's due date holds again.</summary>
    EndExtension,
}

/// <summary>What happened to a ward's report a moment ago.</summary>
internal sealed record ReportNews(UnitKey Ward, ReportingPeriod Period, NewsKind What);
