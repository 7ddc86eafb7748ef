using System.Globalization;
using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Summaries;

/// <summary>Writes the summary of any unit and month: what it says and in which order. Everything it says comes from its arguments.</summary>
public static class SummaryComposer
{
    public static SummaryReport Compose(SummaryFacts facts, CultureInfo language)
    {
        var texts = new SummaryTexts(language);
        return new SummaryReport(
            HeadBlock.Of(facts, texts),
            [Reporting(facts, texts), Results(facts, texts)],
            [new(texts["Signature.Preparer"], texts["Signature.Instruction"]), new(texts["Signature.Head"], texts["Signature.Instruction"])],
            [.. Appendices(facts, texts)]);
    }

    private static SummarySection Reporting(SummaryFacts facts, SummaryTexts texts) => new(
        texts["Reporting.Name"],
        $"I. {texts["Reporting.Heading"]}",
        [
            new SummaryBlock.Paragraph(MissingWards.RateInWords(facts, texts)),
            new SummaryBlock.Paragraph(MissingWards.NamesInWords(facts, texts)),
            new SummaryBlock.Paragraph(Review(facts, texts)),
        ]);

    /// <summary>Whether the figures stand or may still change.</summary>
    private static string Review(SummaryFacts facts, SummaryTexts texts) => texts.Print(
        facts.Approval.IsFinal ? "Review.Final" : "Review.Provisional",
        FigureText.Count(facts.Approval.Wards),
        FigureText.Count(facts.Approval.Of));

    private static SummarySection Results(SummaryFacts facts, SummaryTexts texts) => new(
        texts["Results.Name"],
        $"II. {texts["Results.Heading"]}",
        facts.Progress.Count == 0
            ? [new SummaryBlock.Paragraph(texts["Results.Nothing"])]
            : [new SummaryBlock.Table(ResultTable.Of(facts, texts)), .. ResultTable.Notes(facts, texts).Select(note => new SummaryBlock.Note(note))]);

    private static IEnumerable<SummarySection> Appendices(SummaryFacts facts, SummaryTexts texts)
    {
        var parts = new List<(string Key, IReadOnlyList<SummaryBlock> Blocks)>();
        if (ResultChart.Of(facts, texts) is { } chart)
        {
            parts.Add(("Chart", [chart]));
        }

        if (facts.Progress.Any(progress => progress.Value is not null || WardTable.HasReportedAlone(facts, progress)))
        {
            parts.Add(("Wards", [new SummaryBlock.Table(WardTable.Of(facts, texts)), .. WardTable.Notes(facts, texts).Select(note => new SummaryBlock.Note(note))]));
        }

        if (facts.Wards.Any(ward => !ward.HasReported))
        {
            parts.Add(("Missing", [new SummaryBlock.Table(MissingWards.Table(facts, texts))]));
        }

        return parts.Select((part, index) => new SummarySection(
            texts[$"{part.Key}.Name"],
            texts.Print("Appendix", index + 1, texts[$"{part.Key}.Heading"]),
            part.Blocks));
    }
}
