using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Progress;

/// <summary>Required pace and forecast in words, from the same file as <see cref="ProgressTexts"/>.</summary>
public static class PaceTexts
{
    /// <summary>"Cần thêm 1.240 người (413 người/tháng) để vượt 85% trước 31/12/2026; 3 tháng qua: 190 người/tháng".</summary>
    /// <param name="pace">Of <paramref name="progress"/>, which has a target.</param>
    /// <returns><c>null</c> when nothing is missing; where nothing is thanks to silent wards' last figures alone, that.</returns>
    public static string? Required(RequiredPace pace, IndicatorProgress progress, CultureInfo language)
    {
        if (pace.Gap == 0)
        {
            return IsMetBySilent(pace, progress)
                ? Print("Pace.None.Silent", language, FigureText.Count(pace.Coverage!.Value.Carried), Reach(progress.Target!.Target, language), FigureText.Count(pace.Coverage.Value.Reported), FigureText.Count(pace.Coverage.Value.Expected))
                : null;
        }

        return Basis(pace.Coverage, language) is { } basis ? Print("Pace.Basis", language, Sentence(pace, progress, language), basis) : Sentence(pace, progress, language);
    }

    /// <summary>"tính cả số tháng trước của 1 phường, xã chưa nộp": on which wards a gap or a forecast rests; <c>null</c> where every ward has a figure.</summary>
    public static string? Basis(Coverage? coverage, CultureInfo language) => coverage switch
    {
        { Carried: > 0 } c => Print("Basis.Carried", language, FigureText.Count(c.Carried)),
        { IsComplete: false } c => Print("Basis.Reported", language, FigureText.Count(c.Reported), FigureText.Count(c.Expected)),
        _ => null,
    };

    /// <summary>Nothing is missing, and of the wards that reported something is: their figure alone does not meet the target.</summary>
    private static bool IsMetBySilent(RequiredPace pace, IndicatorProgress progress) => pace is { Gap: 0, Coverage.Carried: > 0 } && progress.Status != ProgressStatus.Achieved;

    private static string Sentence(RequiredPace pace, IndicatorProgress progress, CultureInfo language)
    {
        var (indicator, target) = (progress.Indicator, progress.Target!.Target);
        var quantity = Quantity(pace.Gap, indicator, target, language);
        var reach = Reach(target, language);
        var deadline = target.Deadline is { } day ? FigureText.Date(day) : "";
        var shown = ShownPace.Of(pace, indicator);
        return (pace, progress.Status) switch
        {
            (_, ProgressStatus.Missed) => Print("Pace.Missed", language, quantity, reach, deadline),
            ({ MonthsLeft: null }, _) => WithRecent(Print("Pace.Undated", language, quantity, reach)),
            _ when shown.PerMonth is { } perMonth => WithRecent(Print("Pace", language, quantity, Quantity(perMonth, indicator, target, language), reach, deadline)),
            _ => WithRecent(Print("Pace.LessThanAMonth", language, quantity, reach, deadline)),
        };

        string WithRecent(string words) => pace switch
        {
            { Recent: { } recent } =>
                OnWards(Print(recent.Months == 1 ? "Pace.Recent.One" : "Pace.Recent", language, words, FigureText.Count(recent.Months), Quantity(shown.Recent!.Value, indicator, target, language)), recent.Wards),
            _ when target.Measure == TargetMeasure.CountInEachWard => words,
            _ => Print("Pace.Recent.None", language, words, progress.WhyIncomparable is { } why ? ProgressTexts.Why(why, language) : Print("Why.Months", language)),
        };

        string OnWards(string words, int? wards) => wards is { } some ? Print("Pace.Recent.Wards", language, words, FigureText.Count(some)) : words;
    }

    /// <summary>"dự kiến đạt 78–82% vào 31/12/2026: không đạt nếu giữ tốc độ này".</summary>
    /// <param name="target">One with a deadline, to whose month the forecast was made.</param>
    /// <param name="on">The wards that it rests on, said where they are not all (<see cref="Progress.Forecast.CoverageOf"/>); <c>null</c> says nothing of them.</param>
    /// <param name="isMet">The target is met already: at such a pace it stays so.</param>
    public static string Forecast(Forecast forecast, Indicator indicator, Target target, CultureInfo language, Coverage? on = null, bool isMet = false)
    {
        var day = FigureText.Date(target.Deadline!.Value);
        return Print(
            "Forecast",
            language,
            ForecastRange(forecast, indicator, target, language),
            Basis(on, language) is { } basis ? Print("Forecast.Basis", language, day, basis) : day,
            Print(isMet && forecast.VerdictOn(target) == ForecastVerdict.WillMeet ? "Forecast.StillMeet" : $"Forecast.{forecast.VerdictOn(target)}", language));
    }

    /// <summary>The forecast as a sentence; where there is none, why: the first month, met already, no deadline, too few months; empty once the deadline is missed.</summary>
    /// <param name="progress">One with a target.</param>
    /// <param name="withBasis">Whether to say beside the forecast on which wards it rests; <c>false</c> where that is said once for many.</param>
    public static string Outlook(IndicatorProgress progress, ProgressSeries series, CultureInfo language, bool withBasis = true)
    {
        var target = progress.Target!.Target;
        if (progress.Status is ProgressStatus.FirstMonth or ProgressStatus.NoData)
        {
            return Print($"Outlook.{progress.Status}", language);
        }

        if (Progress.Forecast.For(progress, series) is { } forecast)
        {
            var words = Forecast(forecast, progress.Indicator, target, language, withBasis ? Progress.Forecast.CoverageOf(progress, series) : null, progress.Status == ProgressStatus.Achieved);
            var sentence = $"{words[..1].ToUpper(FigureText.Culture)}{words[1..]}.";
            return progress.Status == ProgressStatus.Achieved ? $"{Print("Outlook.Achieved", language)} {sentence}" : sentence;
        }

        return (progress.Status, target) switch
        {
            (ProgressStatus.Achieved, _) => Print("Outlook.Achieved", language),
            (ProgressStatus.Missed, _) => "",
            (_, { Measure: TargetMeasure.CountInEachWard }) => Print("Outlook.EachWard", language),
            (_, { Deadline: null }) => Print("Outlook.Undated", language),
            (_, { Deadline: { } deadline }) when TargetPath.MonthJudging(deadline) <= progress.Period => Print("Outlook.LastMonth", language),
            _ when series.TerritorySince(progress.Period) is { } since =>
                Print("Outlook.TooFewSince", language, FigureText.Count(Progress.Forecast.FewestMonths), Known(), FigureText.Date(since.FirstDay)),
            _ => Print("Outlook.TooFew", language, FigureText.Count(Progress.Forecast.FewestMonths), Known()),
        };

        string Known() => FigureText.Count(Progress.Forecast.MonthsKnown(series, progress.Period));
    }

    /// <summary>"78–82%", "12–14 tổ", "2,0–3,7 xã".</summary>
    public static string ForecastRange(Forecast forecast, Indicator indicator, Target target, CultureInfo language)
    {
        var isPercentage = indicator.Kind == IndicatorKind.Percentage;
        var range = Range(ShownForecast(indicator, forecast.Low, target), ShownForecast(indicator, forecast.High, target), isPercentage ? FigureText.TargetPercent : FigureText.Reckoned);
        return isPercentage ? range : Unit(range, indicator, language, isOne: false);
    }

    /// <summary>
    /// An end of a forecast as it is shown: a percentage to one decimal, a count whole; a count with one decimal where the whole one would meet the
    /// target and the end does not, or the other way round: 3,7 of four is not four.
    /// </summary>
    public static decimal ShownForecast(Indicator indicator, decimal measure, Target target)
    {
        if (indicator.Kind == IndicatorKind.Percentage)
        {
            return FigureText.ShownPercent(measure);
        }

        var isMet = target.IsMetBy(measure);
        decimal[] nearer = [FigureText.WholeCount(measure), Math.Round(measure, 1, MidpointRounding.AwayFromZero), Math.Floor(measure * 10) / 10];
        return nearer.Append(Math.Ceiling(measure * 10) / 10).Append(measure).First(shown => target.IsMetBy(shown) == isMet);
    }

    /// <summary>"vượt 85%", "đạt ít nhất 80%", "đạt 80%" where the source gives a bare number.</summary>
    private static string Reach(Target target, CultureInfo language)
    {
        var value = ProgressTexts.TargetValue(target);
        var words = Print(target.ComparatorStated ? $"Reach.{target.Comparator}" : "Reach.Bare", language, value);
        return target.Measure == TargetMeasure.CountInEachWard ? Print("InEachWard", language, words) : words;
    }

    /// <summary>"1.240 người", "3 tổ"; of a target of each ward "2 phường, xã".</summary>
    public static string Quantity(decimal number, Indicator indicator, Target target, CultureInfo language) => target.Measure == TargetMeasure.CountInEachWard
        ? Print(number == 1 ? "Quantity.Wards.One" : "Quantity.Wards", language, FigureText.WholeText(number))
        : Unit(indicator.Kind == IndicatorKind.Count ? FigureText.Reckoned(number) : FigureText.WholeText(number), indicator, language, isOne: number == 1);

    /// <summary>"7 người", "37 tổ": what is counted, with its unit.</summary>
    /// <param name="indicator">A count.</param>
    public static string Counted(decimal number, Indicator indicator, CultureInfo language) => Unit(FigureText.Reckoned(number), indicator, language, isOne: number == 1);

    /// <summary>What <see cref="RequiredPace.StillNeeded"/> tells: "còn thiếu 1.240 người"; that nothing is missing, or only by silent wards' last figures; empty where it cannot be told.</summary>
    public static string StillNeeded(IndicatorProgress progress, ProgressSeries series, CultureInfo language) => RequiredPace.StillNeeded(progress, series) switch
    {
        null => "",
        0 when progress.Status == ProgressStatus.Achieved || !progress.IsProvisional => Print("Needed.None", language),
        0 => progress.IsOfEachWard ? "" : Print("Needed.None.Silent", language),
        { } needed => Print("Needed", language, Needed(needed, progress, language)),
    };

    /// <summary>The same of a unit above its wards, with the wards that it rests on: "còn thiếu 4.310 người, tính cả số tháng trước của 1 phường, xã chưa nộp"; empty where nothing is missing.</summary>
    public static string StillNeeded(RequiredPace pace, IndicatorProgress progress, CultureInfo language)
    {
        if (pace.Gap == 0)
        {
            return IsMetBySilent(pace, progress) ? Print("Needed.None.Silent", language) : "";
        }

        var words = Print("Needed", language, Needed(pace.Gap, progress, language));
        return Basis(pace.Coverage, language) is { } basis ? Print("Needed.Basis", language, words, basis) : words;
    }

    /// <summary>A number of people (or things) of one unit; a ward's own ones also where the target is of each ward.</summary>
    public static string Needed(decimal number, IndicatorProgress progress, CultureInfo language) => progress is { IsOfEachWard: true, Unit.IsWard: true }
        ? Unit(FigureText.WholeText(number), progress.Indicator, language, isOne: number == 1)
        : Quantity(number, progress.Indicator, progress.Target!.Target, language);

    private static string Unit(string number, Indicator indicator, CultureInfo language, bool isOne)
    {
        var unit = language.TwoLetterISOLanguageName == "en" ? indicator.ShortNameEn.ToLowerInvariant() : indicator.UnitOfMeasureVi;
        return indicator.UnitOfMeasureVi == "người" || indicator.Kind == IndicatorKind.Percentage
            ? Print(isOne ? "Quantity.People.One" : "Quantity.People", language, number)
            : Print("Quantity.Other", language, number, unit);
    }

    /// <summary>The unit's sign once: "78–82%"; one figure where both ends look alike.</summary>
    private static string Range(decimal low, decimal high, Func<decimal, string> print) =>
        low == high ? print(high) : $"{Alike(print(low).TrimEnd('%'), print(high).TrimEnd('%'))}–{Alike(print(high), print(low))}";

    /// <summary>Both ends with as many decimals: "59,0–79,5%".</summary>
    private static string Alike(string end, string other)
    {
        var sign = end.EndsWith('%') ? "%" : "";
        return other.Contains(',', StringComparison.Ordinal) && !end.Contains(',', StringComparison.Ordinal) ? $"{end.TrimEnd('%')},0{sign}" : end;
    }

    private static string Print(string key, CultureInfo language, params object[] arguments) => ProgressTexts.Print(key, language, arguments);
}
