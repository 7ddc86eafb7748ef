using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Months side by side in one table: the reported one is read. When it is not among them the latest is, which is then asked about.</summary>
internal sealed class TableMonths
{
    public TableMonths(List<TableColumn> columns, ReportingPeriod chosen)
    {
        var months = columns.Select(c => c.Period).OfType<ReportingPeriod>().Distinct().ToList();
        var isThere = months.Count == 0 || months.Contains(chosen);
        ReportingPeriod? read = months.Count == 0 ? null : isThere ? chosen : months.Max();
        Read = columns.FindAll(c => c.Period is null || c.Period == read);
        Others = isThere ? [.. columns.Where(c => c.Period is not null && c.Period != read).Select(c => (c.Period!.Value, c.Cell)).DistinctBy(m => m.Value)] : [];
        Instead = isThere ? [] : [.. columns.Where(c => c.Period == read).Take(1).Select(c => new StatedPeriod(read!.Value, c.Text, c.Cell))];
    }

    /// <summary>The columns whose figures are read.</summary>
    public List<TableColumn> Read { get; }

    /// <summary>Months left out, with the first column of each.</summary>
    public IReadOnlyList<(ReportingPeriod Period, CellRef Cell)> Others { get; }

    /// <summary>The month read in the place of the chosen one; empty when the chosen one is there, or no column names a month.</summary>
    public IReadOnlyList<StatedPeriod> Instead { get; }
}
