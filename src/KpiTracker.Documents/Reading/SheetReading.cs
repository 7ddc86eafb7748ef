using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>A sheet with at least one table in it.</summary>
/// <param name="All">Every table of the sheet, so that none of them counts as stray.</param>
/// <param name="Tables">Those that may be read.</param>
internal sealed record SheetReading(SheetView View, IReadOnlyList<TableReading> All, IReadOnlyList<TableReading> Tables)
{
    public string Name => View.Sheet.Name;

    public int Figures => Tables.Sum(t => t.Figures);

    public IEnumerable<ReportLine> Lines => Tables.SelectMany(t => t.Lines);

    public bool StatesPeriod(ReportingPeriod period) => Tables.Any(t => t.MonthsStated.Contains(period));

    /// <summary>Where a message about the whole sheet points to.</summary>
    public CellRef Start => View.Ref(All[0].Head.Top, All[0].Head.Columns[0].Index);
}
