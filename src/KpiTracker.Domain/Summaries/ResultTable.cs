using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>The table of results: one row an indicator, in the words and with the figures of the dashboard.</summary>
internal static class ResultTable
{
    public static SummaryTable Of(SummaryFacts facts, SummaryTexts texts) => new(
        texts.Print("Results.Caption", facts.Unit.NameWithKind, HeadBlock.Month(facts.Period, texts)),
        [
            new(texts["Column.Ordinal"], SummaryColumnKind.Ordinal),
            new(texts["Column.Indicator"], SummaryColumnKind.Name),
            new(texts["Column.Unit"], SummaryColumnKind.ShortText),
            new(texts["Column.Target"], SummaryColumnKind.ShortText),
            new(texts["Column.Denominator"], SummaryColumnKind.Figure),
            new(texts["Column.Numerator"], SummaryColumnKind.Figure),
            new(texts["Column.Percent"], SummaryColumnKind.Figure),
            new(texts["Column.Change"], SummaryColumnKind.Figure),
            new(texts["Column.Status"], SummaryColumnKind.Text),
            new(texts["Column.Coverage"], SummaryColumnKind.ShortText),
        ],
        [.. InOrder(facts).Select((progress, index) => new SummaryRow(SummaryRowKind.Plain, [new SummaryCell.Count(index + 1), .. Cells(progress, texts)]))]);

    /// <summary>Percentages first, then counts, each in the order of the register.</summary>
    public static IEnumerable<IndicatorProgress> InOrder(SummaryFacts facts) => facts.Progress.OrderBy(progress => progress.Indicator.Kind);

    public static IEnumerable<string> Notes(SummaryFacts facts, SummaryTexts texts)
    {
        yield return texts["Note.Totals"];
        yield return texts["Note.Status"];
        if (facts.Progress.Any(progress => progress.Target is { Target.ComparatorStated: false }))
        {
            yield return texts["Note.Comparator"];
        }

        var owners = facts.Progress.Where(progress => progress.Target is { IsInherited: true }).Select(progress => progress.Target!.Owner.NameWithKind).Distinct().ToList();
        if (owners.Count > 0)
        {
            yield return texts.Print("Note.Inherited", string.Join(", ", owners));
        }

        if (facts.Progress.Any(progress => progress.Target is { IsInherited: false } own && own.Owner.Key != facts.Unit.Key))
        {
            yield return texts["Note.Continued"];
        }
    }

    private static IEnumerable<SummaryCell> Cells(IndicatorProgress progress, SummaryTexts texts)
    {
        var indicator = progress.Indicator;
        var isPercentage = indicator.Kind == IndicatorKind.Percentage;
        yield return new SummaryCell.Words(texts.Language.TwoLetterISOLanguageName == "en" ? indicator.NameEn : indicator.NameVi);
        yield return new SummaryCell.Words(indicator.UnitOfMeasureVi);
        yield return new SummaryCell.Goal(progress.Target?.Target, progress.Target is { } choice ? ProgressTexts.TargetInWords(choice.Target, texts.Language) : "");
        yield return new SummaryCell.Count(progress.Value?.Denominator);
        yield return new SummaryCell.Count(progress.Value?.Numerator);
        yield return new SummaryCell.Percentage(progress.Value?.Percent);
        yield return isPercentage ? new SummaryCell.Points(progress.Change, texts["Points"]) : new SummaryCell.Change(progress.Change);
        yield return new SummaryCell.Words(Status(progress, texts));
        yield return new SummaryCell.Words($"{FigureText.Count(progress.Coverage.Reported)}/{FigureText.Count(progress.Coverage.Expected)}");
    }

    private static string Status(IndicatorProgress progress, SummaryTexts texts)
    {
        var status = ProgressTexts.Status(progress.Status, texts.Language);
        return progress is { Target.Target.Measure: TargetMeasure.CountInEachWard, Measure: { } reaching, Goal: { } wards }
            ? texts.Print("Status.InEachWard", status, FigureText.Count(reaching), FigureText.Count(wards))
            : status;
    }
}
