using KpiTracker.Domain.Periods;
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
    IReadOnlyList<UnplacedText> Unplaced,
    TableMonths Months)
{
    /// <summary>Totals over several indicators or columns.</summary>
    public IReadOnlyList<SumFigure> Sums { get; init; } = [];

    /// <summary>What stands over this table: its own title, else the sheet's.</summary>
    public TitleBlock Title { get; init; } = TitleBlock.Nothing;

    /// <summary>The months that its title states, or its columns where they name others; empty when neither says any.</summary>
    public IReadOnlySet<ReportingPeriod> MonthsStated =>
        Months.Instead.Concat(Months.Instead.Count > 0 ? [] : Title.Periods.Where(p => p is { IsTemplateMark: false, IsLonger: false })).Select(p => p.Period).ToHashSet();
}
