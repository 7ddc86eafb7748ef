using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>The head of a report as offices expect it: agency on the left, country and motto on the right, then title, unit, month and the day it was made.</summary>
internal static class HeadBlock
{
    public static SummaryHead Of(SummaryFacts facts, SummaryTexts texts)
    {
        var month = Month(facts.Period, texts);
        return new SummaryHead(
            facts.Superior is { } superior ? Agency(superior, texts) : null,
            Agency(facts.Unit, texts),
            texts["Country"],
            texts["Motto"],
            PlaceAndDate(facts.Unit, facts.MadeOn, texts),
            texts["Title"],
            texts.Print("Subject", month),
            [
                new(texts["Fact.Unit"], new SummaryCell.Words(facts.Unit.NameWithKind)),
                new(texts["Fact.Period"], new SummaryCell.Words(texts.Print(facts.IsOpen ? "Fact.Period.Open" : "Fact.Period.Value", month, FigureText.Date(facts.FirstDay), FigureText.Date(facts.LastDay), FigureText.Date(facts.MadeOn)))),
                new(texts["Fact.MadeOn"], new SummaryCell.Day(facts.MadeOn)),
                new(texts["Fact.Coverage"], new SummaryCell.Words(ProgressTexts.CoverageInWords(new Coverage(facts.Rate.Reported, facts.Rate.Expected), texts.Language))),
                new(texts["Fact.Review"], new SummaryCell.Words(texts.Print("Fact.Review.Value", FigureText.Count(facts.Approval.Wards), FigureText.Count(facts.Approval.Of)))),
            ],
            IsProvisional: facts.IsOpen || facts.Rate.Missing > 0 || !facts.Approval.IsFinal,
            Standing(facts, texts));
    }

    public static string Month(ReportingPeriod period, SummaryTexts texts) =>
        texts.Print("Month", period.Month.ToString(FigureText.Culture), period.Year.ToString(FigureText.Culture));

    /// <summary>An area is a grouping, not an authority: it has no People's Committee.</summary>
    private static string Agency(OrganisationUnit unit, SummaryTexts texts)
    {
        var name = unit.Kind == UnitKinds.Area ? unit.NameWithKind : texts.Print("Agency", unit.NameWithKind);
        return name.ToUpperInvariant();
    }

    /// <summary>Days under 10 and the months 1 and 2 take a leading zero, as Decree 30/2020/NĐ-CP has it.</summary>
    private static string PlaceAndDate(OrganisationUnit unit, DateOnly day, SummaryTexts texts) => texts.Print(
        "PlaceAndDate",
        unit.Name,
        day.Day.ToString("00", FigureText.Culture),
        day.Month.ToString(day.Month <= 2 ? "00" : "0", FigureText.Culture),
        day.Year.ToString(FigureText.Culture));

    private static string Standing(SummaryFacts facts, SummaryTexts texts) => facts switch
    {
        { IsOpen: true } => texts.Print("Standing.Open", FigureText.Date(facts.LastDay), FigureText.Date(facts.MadeOn), FigureText.Count(facts.Rate.Reported), FigureText.Count(facts.Rate.Expected)),
        { Rate: { Missing: > 0 and var missing, Expected: var expected } } => texts.Print("Standing.Provisional", FigureText.Count(missing), FigureText.Count(expected)),
        { Approval: { IsFinal: false } approval } => texts.Print("Standing.NotApproved", FigureText.Count(approval.Wards), FigureText.Count(approval.Of)),
        _ => texts["Standing.Complete"],
    };
}
