using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Progress;

/// <summary>The sentence on top: where a unit stands and who below it is farthest behind; from the same file as <see cref="ProgressTexts"/>.</summary>
public static class LeadTexts
{
    /// <summary>"3/4 chỉ tiêu đúng tiến độ; Tây Hồ chậm nhất ở người trưởng thành (−6,2 điểm %)."</summary>
    /// <param name="own">The unit's standing with each indicator; those without a target are left out.</param>
    /// <param name="below">The standings of the units directly below, with each indicator.</param>
    /// <param name="reporting">Of the unit's wards: who is silent makes the sentence provisional.</param>
    public static string Sentence(IEnumerable<IndicatorProgress> own, IEnumerable<IndicatorProgress> below, ReportingRate reporting, CultureInfo language)
    {
        var judged = own.Where(p => p.Target is not null).ToList();
        if (judged.Count == 0)
        {
            return Print("Lead.NoTarget", language);
        }

        var silent = judged.Count(p => p.Status == ProgressStatus.NoData);
        if (silent == judged.Count)
        {
            return Print("Lead.NoData", language, FigureText.Count(silent));
        }

        var isFirst = judged.All(p => p.Status is ProgressStatus.FirstMonth or ProgressStatus.NoData);
        var standing = isFirst
            ? Print("Lead.First", language, FigureText.Count(judged.Count - silent))
            : Print("Lead.Standing", language, FigureText.Count(judged.Count(p => p.Status.IsWell)), FigureText.Count(judged.Count));
        var known = string.Join(", ", Apart(judged, isFirst, language).Prepend(standing));
        var all = below.ToList();
        var words = HelpOrder.FirstLags(all) is [var slowest, ..] ? Print("Lead.Slowest", language, known, Name(slowest.Progress.Unit), ShortName(slowest, language), Behind(slowest, language))
            : all.Any(p => p.Status.IsWell) ? Print("Lead.NoneLags", language, known)
            : known;
        return Print("Lead.End", language, judged.Any(p => p.IsProvisional) ? Print("Lead.Provisional", language, words, Incomplete(judged, reporting, language)) : words);
    }

    /// <summary>"2 đã quá hạn mà chưa đạt", "1 chưa có số liệu": what no time is left for, and what is under a target and neither well nor behind.</summary>
    private static IEnumerable<string> Apart(List<IndicatorProgress> judged, bool isFirst, CultureInfo language) =>
        from status in (ProgressStatus[])[ProgressStatus.Missed, ProgressStatus.NoData, ProgressStatus.FirstMonth, ProgressStatus.Undated, ProgressStatus.Awaiting]
        let number = judged.Count(p => p.Status == status)
        where number > 0 && !(isFirst && status == ProgressStatus.FirstMonth)
        select Print($"Lead.Count.{status}", language, FigureText.Count(number));

    /// <summary>"−6,2 điểm %", "−3 tổ".</summary>
    public static string Behind(Lag lag, CultureInfo language) => lag.IsPercentage
        ? Print("Lead.Points", language, FigureText.Points(-lag.Behind))
        : PaceTexts.Quantity(-lag.Behind, lag.Progress.Indicator, lag.Progress.Target!.Target, language);

    /// <summary>Without its kind, as people speak of districts; a ward with it, and what is only a number.</summary>
    private static string Name(OrganisationUnit unit) => unit.IsWard || char.IsAsciiDigit(unit.Name[0]) ? unit.NameWithKind : unit.Name;

    private static string ShortName(Lag lag, CultureInfo language)
    {
        var name = lag.Progress.Indicator.ShortNameIn(language);
        return name[..1].ToLower(FigureText.Culture) + name[1..];
    }

    private static string Incomplete(List<IndicatorProgress> judged, ReportingRate reporting, CultureInfo language) => reporting.Missing > 0
        ? ProgressTexts.CoverageInWords(new Coverage(reporting.Reported, reporting.Expected), language)
        : Print("Lead.Incomplete", language, FigureText.Count(judged.Count(p => p.IsProvisional)));

    private static string Print(string key, CultureInfo language, params object[] arguments) => ProgressTexts.Print(key, language, arguments);
}
