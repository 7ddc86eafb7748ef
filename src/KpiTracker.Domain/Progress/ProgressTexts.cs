using System.Globalization;
using System.Resources;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Progress;

/// <summary>Targets, statuses and coverage in words, the same on screen and in documents; from <c>ProgressTexts.resx</c> (Vietnamese) and <c>ProgressTexts.en.resx</c>.</summary>
public static class ProgressTexts
{
    public static ResourceManager Resources { get; } = new(typeof(ProgressTexts));

    public static string Status(ProgressStatus status, CultureInfo language) => Print($"Status.{status}", language);

    /// <summary>The target with its comparator and deadline: "trên 95% đến 31/12/2026"; a comparator that the source does not state is owned up to.</summary>
    public static string TargetWithDeadline(Target target, CultureInfo language) =>
        target.ComparatorStated
            ? $"{TargetInWords(target, language)} {Deadline(target, language)}"
            : $"{TargetInWords(target, language)} {Deadline(target, language)} {Print("Comparator.NotStated", language)}";

    /// <summary>The same in a list: "mức 100%* đến 31/12/2025", "mức 80%*, không có thời hạn"; <see cref="ComparatorNote"/> below the list explains the mark.</summary>
    public static string TargetMarked(Target target, CultureInfo language) =>
        $"{TargetInWords(target, language)}{Mark(target)}{(target.Deadline is null ? Print("Deadline.None.Short", language) : $" {Deadline(target, language)}")}";

    /// <summary>"* Nguồn không ghi rõ so sánh; hiểu là ít nhất."</summary>
    public static string ComparatorNote(CultureInfo language) => Print("Comparator.Note", language);

    /// <summary>"trên 95%", "ít nhất 80%", "mức 80%" where the source gives a bare number, "ít nhất 1 ở mỗi phường, xã".</summary>
    public static string TargetInWords(Target target, CultureInfo language)
    {
        var value = TargetValue(target);
        var words = Print(target.ComparatorStated ? $"Comparator.{target.Comparator}" : "Comparator.Bare", language, value);
        return target.Measure == TargetMeasure.CountInEachWard ? Print("InEachWard", language, words) : words;
    }

    /// <summary>"đến 31/12/2026", or that the source states none.</summary>
    public static string Deadline(Target target, CultureInfo language) => target.Deadline is { } day
        ? Print("Deadline", language, FigureText.Date(day))
        : Print("Deadline.None", language);

    /// <summary>For a table's cell: <c>&gt; 95%</c>, <c>≥ 80%</c>, <c>≥ 100%*</c> where the source does not state the comparator.</summary>
    public static string TargetSign(Target target) => $"{Sign(target.Comparator)} {TargetValue(target)}{Mark(target)}";

    /// <summary>"6/8 phường, xã đã nộp": of reports, or of a figure that every one of them holds; of a single ward "đã nộp báo cáo".</summary>
    public static string CoverageInWords(Coverage coverage, CultureInfo language) => Coverage("Coverage", coverage, language);

    /// <summary>"6/8 phường, xã có số liệu": of one figure, which a ward that has reported may have left out.</summary>
    public static string FiguresInWords(Coverage coverage, CultureInfo language) => Coverage("Coverage.Figures", coverage, language);

    /// <summary>"6/8 phường, xã", where there is little room.</summary>
    public static string WardsInWords(Coverage coverage, CultureInfo language) => Coverage("Coverage.Wards", coverage, language);

    /// <summary>"…, tạm tính": what is said rests on some of the wards only.</summary>
    public static string Provisional(string words, CultureInfo language) => Print("Provisional", language, words);

    /// <summary>"Số liệu tạm tính: 14/19 phường, xã đã duyệt", or that the figures have been approved; shorter of a single ward.</summary>
    public static string ApprovalInWords(Approval approval, CultureInfo language) =>
        Print($"Approval.{(approval.IsFinal ? "Final" : "Provisional")}{(approval.Of == 1 ? ".One" : "")}", language, FigureText.Count(approval.Wards), FigureText.Count(approval.Of));

    /// <summary>Why a month cannot be compared with the one before: "đổi địa bàn từ 01/07/2025".</summary>
    public static string Why(Incomparable why, CultureInfo language) => why is { TerritoryFrom: { } from }
        ? Print("Why.OtherTerritory", language, FigureText.Date(from.FirstDay))
        : Print($"Why.{why.Reason}", language);

    /// <summary>"so trên 120 phường, xã có số cả hai kỳ".</summary>
    public static string SameWards(int wards, CultureInfo language) => Print("SameWards", language, FigureText.Count(wards));

    /// <summary>The value as it is shown: a percentage or a count; <see cref="FigureText.Missing"/> where there is none.</summary>
    public static string Value(IndicatorValue? value) => value switch
    {
        null => FigureText.Missing,
        { Percent: { } percent } => FigureText.Percent(percent),
        _ => FigureText.Count(value.Numerator),
    };

    /// <summary>What a measure that was reckoned, such as the path's, is shown as: a percentage or a count to one decimal.</summary>
    public static string Measure(Indicator indicator, decimal? measure) =>
        indicator.Kind == IndicatorKind.Percentage ? FigureText.Percent(measure) : FigureText.Count(ShownMeasure(indicator, measure));

    /// <summary>The number that <see cref="Measure"/> prints.</summary>
    public static decimal? ShownMeasure(Indicator indicator, decimal? measure) => measure switch
    {
        null => null,
        { } value when indicator.Kind == IndicatorKind.Percentage => FigureText.ShownPercent(value),
        { } value => Math.Round(value, 1, MidpointRounding.AwayFromZero),
    };

    private static string Coverage(string key, Coverage coverage, CultureInfo language)
    {
        var isOfOne = coverage.Expected == 1 && key != "Coverage.Wards";
        var words = Print(isOfOne ? $"{key}.One{(coverage.Reported > 0 ? "" : ".Missing")}" : key, language, FigureText.Count(coverage.Reported), FigureText.Count(coverage.Expected));
        return coverage.Carried == 0 ? words : Print("Coverage.Carried", language, words, FigureText.Count(coverage.Carried));
    }

    private static string Mark(Target target) => target.ComparatorStated ? "" : "*";

    /// <summary>"95%", "1".</summary>
    public static string TargetValue(Target target) =>
        target.Measure == TargetMeasure.Percent ? FigureText.TargetPercent(target.Value) : FigureText.Count(target.Value);

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.MoreThan => ">",
        Comparator.AtLeast => "≥",
        _ => "=",
    };

    internal static string Print(string key, CultureInfo language, params object[] arguments)
    {
        var text = Resources.GetString(key, language) ?? throw new InvalidOperationException($"No text '{key}'.");
        return string.Format(CultureInfo.InvariantCulture, text, arguments);
    }
}
