using KpiTracker.Domain.Periods;

namespace KpiTracker.Documents.Reading;

/// <summary>A sheet with at least one table in it.</summary>
internal sealed record SheetReading(SheetView View, IReadOnlyList<TableReading> Tables, TitleBlock Title)
{
    public int Figures => Tables.Sum(t => t.Figures);

    public bool StatesPeriod(ReportingPeriod period) => Title.Periods.Any(p => p.Period == period);
}
