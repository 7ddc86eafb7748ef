using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.SampleData;

internal enum SampleReportKind
{
    /// <summary>Sent on time.</summary>
    Regular,

    /// <summary>The wards that missed the due date, sent together afterwards.</summary>
    Late,

    /// <summary>Wards that correct what they had sent.</summary>
    Corrected,
}

/// <summary>One line of a sample workbook.</summary>
internal sealed record SampleLine(SampleWard Ward, IReadOnlyList<SampleFigure> Figures);

/// <summary>One sample workbook before it is written: what a district's or area's officer gathers from some of the wards.</summary>
/// <param name="Collector">The district, or since July 2025 the area.</param>
/// <param name="FileName">The same for the same report: it tells what has been taken in already.</param>
internal sealed record SampleReport(
    OrganisationUnit Collector,
    ReportingPeriod Period,
    SampleReportKind Kind,
    IReadOnlyList<SampleLine> Lines,
    DateTimeOffset SentAt,
    string FileName,
    IReadOnlyList<SampleReturn> Returns);

/// <summary>A report that the district gives back to one ward after it was taken in.</summary>
internal sealed record SampleReturn(UnitKey Ward, DateTimeOffset At, string Reason);
