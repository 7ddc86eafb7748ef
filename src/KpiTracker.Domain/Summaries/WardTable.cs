using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>Wards down, indicators across, each group of wards and the whole added up: numerators and denominators, never rates.</summary>
internal static class WardTable
{
    public static SummaryTable Of(SummaryFacts facts, SummaryTexts texts)
    {
        var indicators = ResultTable.InOrder(facts).Select(progress => progress.Indicator).ToList();
        return new SummaryTable(
            texts.Print("Wards.Caption", facts.Unit.NameWithKind, HeadBlock.Month(facts.Period, texts)),
            [
                new(texts["Column.Ordinal"], SummaryColumnKind.Ordinal),
                new(texts["Column.Ward"], SummaryColumnKind.Text),
                new(texts["Column.Standing"], SummaryColumnKind.ShortText),
                .. indicators.SelectMany(indicator => Columns(indicator, texts)),
            ],
            [.. Rows(facts, indicators, texts)]);
    }

    public static IEnumerable<string> Notes(SummaryFacts facts, SummaryTexts texts)
    {
        yield return texts["Note.Totals"];
        if (facts.Progress.Any(progress => HasReportedAlone(facts, progress)))
        {
            yield return texts.Print("Note.ReportedAlone", SummaryCell.Percentage.Mark);
        }
    }

    public static bool HasReportedAlone(SummaryFacts facts, IndicatorProgress progress) =>
        facts.Wards.Any(ward => ward.Figures.GetValueOrDefault(progress.Indicator.Code) is { Value: null, ReportedPercent: not null });

    private static IEnumerable<SummaryColumn> Columns(Indicator indicator, SummaryTexts texts)
    {
        var name = indicator.ShortNameIn(texts.Language);
        return indicator.Kind == IndicatorKind.Count
            ? [new(texts["Column.Count"], SummaryColumnKind.Figure, name)]
            :
            [
                new(texts["Column.Denominator"], SummaryColumnKind.Figure, name),
                new(texts["Column.Achieved"], SummaryColumnKind.Figure, name),
                new(texts["Column.Percent"], SummaryColumnKind.Figure, name),
            ];
    }

    private static IEnumerable<SummaryRow> Rows(SummaryFacts facts, IReadOnlyList<Indicator> indicators, SummaryTexts texts)
    {
        var ordinal = 0;
        foreach (var group in facts.Wards.GroupBy(ward => ward.Group?.Key))
        {
            if (group.First().Group is { } heading)
            {
                yield return Sum(SummaryRowKind.Group, heading.NameWithKind, [.. group], indicators);
            }

            foreach (var ward in group)
            {
                yield return new SummaryRow(SummaryRowKind.Plain,
                [
                    new SummaryCell.Count(++ordinal),
                    new SummaryCell.Words(ward.Ward.NameWithKind),
                    new SummaryCell.Words(texts[$"Report.{ward.Standing}"]),
                    .. indicators.SelectMany(indicator => Figures(indicator, ward.Figures.GetValueOrDefault(indicator.Code))),
                ]);
            }
        }

        yield return Sum(SummaryRowKind.Total, texts["Total"], facts.Wards, indicators);
    }

    private static SummaryRow Sum(SummaryRowKind kind, string name, IReadOnlyList<WardFacts> wards, IReadOnlyList<Indicator> indicators) => new(kind,
    [
        new SummaryCell.Words(""),
        new SummaryCell.Words(name),
        new SummaryCell.Words($"{wards.Count(ward => ward.HasReported)}/{wards.Count}"),
        .. indicators.SelectMany(indicator => Figures(indicator, new FigureFacts(Total(indicator, wards)))),
    ]);

    private static IndicatorValue? Total(Indicator indicator, IEnumerable<WardFacts> wards)
    {
        var values = wards.Select(ward => ward.Figures.GetValueOrDefault(indicator.Code)?.Value).OfType<IndicatorValue>().ToList();
        return IndicatorValue.Of(indicator.Kind, values.Count == 0 ? null : values.Sum(v => v.Numerator), values.Sum(v => v.Denominator ?? 0));
    }

    private static IEnumerable<SummaryCell> Figures(Indicator indicator, FigureFacts? figure)
    {
        if (indicator.Kind == IndicatorKind.Count)
        {
            yield return new SummaryCell.Count(figure?.Value?.Numerator);
            yield break;
        }

        yield return new SummaryCell.Count(figure?.Value?.Denominator);
        yield return new SummaryCell.Count(figure?.Value?.Numerator);
        yield return figure is { Value: null, ReportedPercent: { } alone }
            ? new SummaryCell.Percentage(alone, IsReportedAlone: true)
            : new SummaryCell.Percentage(figure?.Value?.Percent);
    }
}
