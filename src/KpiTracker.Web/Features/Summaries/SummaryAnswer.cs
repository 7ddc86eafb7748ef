using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Web.Features.Summaries;

/// <summary>How a question for a unit's summary ends.</summary>
internal abstract record SummaryAnswer
{
    private SummaryAnswer()
    {
    }

    /// <param name="Unit">As it is in the month: the area, also when its district was asked for.</param>
    /// <param name="Latest">The latest month that has closed.</param>
    /// <param name="FileName">What the summary's workbook is called.</param>
    public sealed record Found(SummaryReport Report, OrganisationUnit Unit, ReportingPeriod Period, ReportingPeriod Latest, string FileName) : SummaryAnswer;

    /// <summary>No unit bears the code in the month, or continues the one that bore it; or the address names no month.</summary>
    public sealed record Unknown : SummaryAnswer;

    /// <summary>The unit is outside the officer's.</summary>
    public sealed record NotYours : SummaryAnswer;
}
