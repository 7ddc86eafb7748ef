using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>Who has reported, and by name who has not.</summary>
internal static class MissingWards
{
    /// <summary>More names than this are only in the appendix: a sentence of five hundred names is not read.</summary>
    public const int NamesInSentence = 30;

    public static string RateInWords(SummaryFacts facts, SummaryTexts texts)
    {
        var rate = facts.Rate;
        return texts.Print(
            "Reporting.Rate",
            ProgressTexts.CoverageInWords(new Coverage(rate.Reported, rate.Expected), texts.Language),
            FigureText.Percent(rate.ReportedPercent),
            FigureText.Count(rate.OnTime),
            FigureText.Percent(rate.OnTimePercent),
            FigureText.Count(rate.Late));
    }

    public static string NamesInWords(SummaryFacts facts, SummaryTexts texts)
    {
        var missing = facts.Wards.Where(ward => !ward.HasReported).ToList();
        return missing.Count switch
        {
            0 => texts["Missing.None"],
            <= NamesInSentence => texts.Print("Missing.Names", FigureText.Count(missing.Count), string.Join("; ", missing.Select(ward => Name(ward, texts)))),
            _ => texts.Print("Missing.TooMany", FigureText.Count(missing.Count)),
        };
    }

    private static string Name(WardFacts ward, SummaryTexts texts) =>
        ward.Standing == ReportStanding.Returned ? texts.Print("Missing.Returned", ward.Ward.NameWithKind) : ward.Ward.NameWithKind;

    public static SummaryTable Table(SummaryFacts facts, SummaryTexts texts) => new(
        texts.Print("Missing.Caption", HeadBlock.Month(facts.Period, texts)),
        [
            new(texts["Column.Ordinal"], SummaryColumnKind.Ordinal),
            new(texts["Column.Code"], SummaryColumnKind.ShortText),
            new(texts["Column.Ward"], SummaryColumnKind.Text),
            new(texts["Column.Group"], SummaryColumnKind.Text),
            new(texts["Column.Standing"], SummaryColumnKind.Text),
        ],
        [
            .. facts.Wards.Where(ward => !ward.HasReported).Select((ward, index) => new SummaryRow(SummaryRowKind.Plain,
            [
                new SummaryCell.Count(index + 1),
                new SummaryCell.Words(ward.Ward.Code),
                new SummaryCell.Words(ward.Ward.NameWithKind),
                new SummaryCell.Words((ward.Group ?? facts.Unit).NameWithKind),
                new SummaryCell.Words(texts[$"Report.{ward.Standing}"]),
            ])),
        ]);
}
