using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions;

/// <summary>What a corrected report changes in one indicator.</summary>
/// <param name="Before"><c>null</c> when the earlier revision did not report the indicator.</param>
/// <param name="After"><c>null</c> when the later one no longer does.</param>
public sealed record FigureDifference(string IndicatorCode, KeptFigure? Before, KeptFigure? After)
{
    /// <summary>The differences between two revisions of one ward's report, in the order of the later one; what fell away comes last. None: nothing was changed.</summary>
    public static IReadOnlyList<FigureDifference> Between(IReadOnlyCollection<KeptFigure> earlier, IReadOnlyCollection<KeptFigure> later)
    {
        var before = earlier.ToDictionary(f => f.IndicatorCode);
        var after = later.ToDictionary(f => f.IndicatorCode);
        return
        [
            .. from figure in later
               let old = before.GetValueOrDefault(figure.IndicatorCode)
               where figure != old
               select new FigureDifference(figure.IndicatorCode, old, figure),
            .. from figure in earlier
               where !after.ContainsKey(figure.IndicatorCode)
               select new FigureDifference(figure.IndicatorCode, figure, null),
        ];
    }

    /// <summary>In one sentence: <c>Cán bộ, công chức: số đạt từ 90 thành 95 (+5).</c></summary>
    public string Sentence(Indicator indicator, CultureInfo language)
    {
        var name = indicator.ShortNameIn(language);
        return (Before, After) switch
        {
            (null, { } added) => DifferenceTexts.Print("Added", language, name, Figures(added, indicator, language)),
            ({ } removed, null) => DifferenceTexts.Print("Removed", language, name, Figures(removed, indicator, language)),
            ({ } old, { } now) => DifferenceTexts.Print("Changed", language, name, string.Join("; ", Parts(old, now, indicator, language))),
            _ => throw new InvalidOperationException("A difference has at least one side."),
        };
    }

    private static IEnumerable<string> Parts(KeptFigure old, KeptFigure now, Indicator indicator, CultureInfo language)
    {
        if (old.Numerator != now.Numerator)
        {
            yield return Change(indicator.Kind == IndicatorKind.Count ? "Count" : "Numerator", FigureText.Count, FigureText.Change, old.Numerator, now.Numerator, language);
        }

        if (old.Denominator != now.Denominator)
        {
            yield return Change("Denominator", FigureText.Count, FigureText.Change, old.Denominator, now.Denominator, language);
        }

        if (old.Percent != now.Percent)
        {
            yield return Change("Percent", FigureText.Percent, FigureText.Points, old.Percent, now.Percent, language);
        }
    }

    private static string Change(string part, Func<decimal?, string> print, Func<decimal?, string> printChange, decimal? old, decimal? now, CultureInfo language) =>
        (old, now) switch
        {
            (null, _) => DifferenceTexts.Print(part + ".Added", language, print(now)),
            (_, null) => DifferenceTexts.Print(part + ".Removed", language, print(old)),
            _ => DifferenceTexts.Print(part + ".Changed", language, print(old), print(now), printChange(now - old)),
        };

    private static string Figures(KeptFigure figure, Indicator indicator, CultureInfo language) => (figure, indicator.Kind) switch
    {
        ({ Percent: { } percent, Numerator: null }, _) => FigureText.Percent(percent),
        (_, IndicatorKind.Count) => FigureText.Count(figure.Numerator),
        _ => DifferenceTexts.Print("OutOf", language, FigureText.Count(figure.Numerator), FigureText.Count(figure.Denominator)),
    };
}
