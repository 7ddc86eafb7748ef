using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>One table read off a sheet.</summary>
/// <param name="LastRow">Its last row with figures or labels; what follows is margin.</param>
/// <param name="Figures">How many figures found their place: the measure of how well the head was understood.</param>
internal sealed record TableReading(
    ReportLayout Layout,
    TableHead Head,
    int LastRow,
    int Figures,
    IReadOnlyList<ReportLine> Lines,
    IReadOnlyList<TotalLine> Totals,
    IReadOnlyList<UnplacedText> Unplaced);
