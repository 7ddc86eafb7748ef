using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What a workbook is read as: names are resolved at <paramref name="Period"/>, within <paramref name="Unit"/>.</summary>
/// <param name="Unit">The unit for which it is sent: a ward, or a district or area for a consolidated workbook.</param>
public sealed record ReadingContext(
    OrganisationTree Units,
    IReadOnlyList<Indicator> Indicators,
    OrganisationUnit Unit,
    ReportingPeriod Period)
{
    /// <summary>What people said before that labels of this unit's workbooks mean.</summary>
    public IReadOnlyList<LabelMapping> Mappings { get; init; } = [];

    /// <summary>Cells typed over in the preview: the text stands in the place of what the file holds, and is read by the same rules.</summary>
    public IReadOnlyDictionary<CellRef, string> Edits { get; init; } = new Dictionary<CellRef, string>();
}
