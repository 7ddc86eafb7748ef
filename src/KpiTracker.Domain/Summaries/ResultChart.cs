using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>Each percentage beside its target. Counts have no common scale and stay in the table.</summary>
internal static class ResultChart
{
    /// <returns><c>null</c> when no percentage has a value.</returns>
    public static SummaryBlock.Chart? Of(SummaryFacts facts, SummaryTexts texts)
    {
        var percentages = facts.Progress.Where(progress => progress.Indicator.Kind == IndicatorKind.Percentage).ToList();
        var title = texts.Print("Chart.Title", facts.Unit.NameWithKind, HeadBlock.Month(facts.Period, texts));
        return percentages.All(progress => progress.Value is null) ? null : new SummaryBlock.Chart(title, new SummaryTable(
            title,
            [
                new(texts["Column.Indicator"], SummaryColumnKind.Name),
                new(texts["Column.Value"], SummaryColumnKind.Figure),
                new(texts["Column.Target"], SummaryColumnKind.Figure),
            ],
            [.. percentages.Select(progress => new SummaryRow(SummaryRowKind.Plain, [.. Cells(progress, texts)]))]));
    }

    private static IEnumerable<SummaryCell> Cells(IndicatorProgress progress, SummaryTexts texts)
    {
        var indicator = progress.Indicator;
        yield return new SummaryCell.Words(indicator.ShortNameIn(texts.Language));
        yield return new SummaryCell.Percentage(progress.Value?.Percent);
        yield return new SummaryCell.Percentage(progress.Target is { Target.Measure: TargetMeasure.Percent } choice ? choice.Target.Value : null);
    }
}
