using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Progress;

/// <summary>The sentence on top: where a unit stands and who below it is farthest behind; from the same file as <see cref="ProgressTexts"/>.</summary>
public static class LeadTexts
{
    /// <summary>More names than these are no sentence.</summary>
    private const int MostNamed = 2;

    /// <summary>"3/4 chỉ tiêu đúng tiến độ; Tây Hồ chậm nhất ở người trưởng thành (−6,2 điểm %)."</summary>
    /// <param name="own">The unit's standing with each indicator; those without a target are left out.</param>
    /// <param name="below">The standings of the units directly below, with each indicator.</param>
    /// <param name="reporting">Of the unit's wards: who is silent makes the sentence provisional.</param>
    /// <param name="saysWhoReported">Whether to say how many have reported; <c>false</c> where a sentence beside it does.</param>
    public static string Sentence(IEnumerable<IndicatorProgress> own, IEnumerable<IndicatorProgress> below, ReportingRate reporting, CultureInfo language, bool saysWhoReported = true)
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
        var all = below.ToList();
        var lags = HelpOrder.FirstLags(all);
        var known = string.Join(", ", Apart(judged, isFirst, lags.Count > 0, language).Prepend(standing));
        var words = lags is [var slowest, ..] ? Print("Lead.Slowest", language, known, Name(slowest.Progress.Unit), ShortName(slowest.Progress, language), Behind(slowest, language))
            : all.Any(p => p.Status.IsWell) ? Print("Lead.NoneLags", language, known)
            : known;
        var sentence = !judged.Any(p => p.IsProvisional) ? words
            : reporting.Missing > 0 && !saysWhoReported ? Print("Lead.Provisional.Short", language, words)
            : Print("Lead.Provisional", language, words, Incomplete(judged, reporting, language));
        return Print("Lead.End", language, sentence);
    }

    /// <summary>
    /// "2 đã quá hạn mà chưa đạt", "1 chưa có số liệu": what no time is left for, and what is under a target and neither well nor behind. What is behind
    /// or at risk goes without saying where it is all that is left and somebody below is named for it; else it is counted too, so that the numbers add up.
    /// </summary>
    private static IEnumerable<string> Apart(List<IndicatorProgress> judged, bool isFirst, bool isSomebodyNamed, CultureInfo language)
    {
        ProgressStatus[] open = [ProgressStatus.Missed, ProgressStatus.NoData, ProgressStatus.FirstMonth, ProgressStatus.Undated, ProgressStatus.Awaiting];
        ProgressStatus[] lagging = !isSomebodyNamed || judged.Any(p => open.Contains(p.Status)) ? [ProgressStatus.Behind, ProgressStatus.AtRisk] : [];
        return from status in open[..1].Concat(lagging).Concat(open[1..])
               let those = judged.Where(p => p.Status == status).ToList()
               where those.Count > 0 && !(isFirst && status == ProgressStatus.FirstMonth)
               let words = Print($"Lead.Count.{status}", language, FigureText.Count(those.Count))
               select lagging.Contains(status) && those.Count <= MostNamed ? Print("Lead.Names", language, words, string.Join("; ", those.Select(p => ShortName(p, language)))) : words;
    }

    /// <summary>"−6,2 điểm %", "−3 tổ".</summary>
    public static string Behind(Lag lag, CultureInfo language) => lag.IsPercentage
        ? Print("Lead.Points", language, FigureText.Points(-lag.Behind))
        : PaceTexts.Quantity(-lag.Behind, lag.Progress.Indicator, lag.Progress.Target!.Target, language);

    /// <summary>Without its kind, as people speak of districts; a ward with it, and what is only a number.</summary>
    private static string Name(OrganisationUnit unit) => unit.IsWard || char.IsAsciiDigit(unit.Name[0]) ? unit.NameWithKind : unit.Name;

    private static string ShortName(IndicatorProgress progress, CultureInfo language)
    {
        var name = progress.Indicator.ShortNameIn(language);
        return name[..1].ToLower(FigureText.Culture) + name[1..];
    }

    private static string Incomplete(List<IndicatorProgress> judged, ReportingRate reporting, CultureInfo language) => reporting.Missing > 0
        ? ProgressTexts.CoverageInWords(new Coverage(reporting.Reported, reporting.Expected), language)
        : Print("Lead.Incomplete", language, FigureText.Count(judged.Count(p => p.IsProvisional)));

    private static string Print(string key, CultureInfo language, params object[] arguments) => ProgressTexts.Print(key, language, arguments);
}
