using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// Figures that look estimated or copied rather than counted. Three patterns, each rare by chance and each needing three figures of one ward:
/// all of them round (one report in a thousand or fewer: a tenth for each below 500, a hundredth for each above), the same number three times,
/// and everybody reached in every group where last month was far from it. Small numbers coincide, and a group that is complete repeats its whole: both are left out.
/// </summary>
public sealed class FiguresAreCounted() : ReportRule("R29")
{
    private const int FiguresNeeded = 3;

    /// <summary>Below that a number is often round, and often the same as another.</summary>
    private const decimal SmallestTelling = 20;

    /// <summary>From here on only hundreds are round; below it tens are.</summary>
    private const decimal HundredsFrom = 500;

    /// <summary>Of a group: who was below that a month ago is not expected to have reached everybody.</summary>
    private const decimal FarFromAll = 0.8m;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        ReportCheck.LinesByWard(report, reference).SelectMany(ward => Patterns(ward, reference));

    private IEnumerable<Finding> Patterns(IGrouping<UnitKey, ReportLine> ward, ReferenceData reference)
    {
        var people = ward.Where(l => l.Numerator?.Value > 0 && IsOfPeople(reference.Indicator(l.IndicatorCode))).ToList();
        var telling = people.Where(l => l.Numerator!.Value >= SmallestTelling && l.Numerator.Value != l.Denominator?.Value).ToList();
        if (telling.Count >= FiguresNeeded && telling.TrueForAll(l => IsRound(l.Numerator!.Value!.Value)))
        {
            yield return Say("round", ward.Key, telling, reference);
        }

        foreach (var same in telling.GroupBy(l => l.Numerator!.Value).Where(g => g.Count() >= FiguresNeeded))
        {
            yield return Say("repeated", ward.Key, [.. same], reference);
        }

        // Adults are the whole of several indicators, so it counts once.
        var wholes = ward.Where(l => l.Denominator?.Value >= SmallestTelling).DistinctBy(l => reference.Indicator(l.IndicatorCode).DenominatorVi).ToList();
        foreach (var same in wholes.GroupBy(l => l.Denominator!.Value).Where(g => g.Count() >= FiguresNeeded))
        {
            yield return Warning(same.First().Denominator!.Cell, NameOf(ward.Key, reference), string.Join("; ", same.Select(l => $"{NameOf(l.IndicatorCode, reference)}: {FigureText.Count(l.Denominator!.Value)}")))
                with { TextKey = $"{Code}.wholes", Unit = ward.Key };
        }

        var groups = people.Where(l => l.Denominator?.Value > 0).ToList();
        if (groups.Count >= FiguresNeeded && groups.TrueForAll(l => l.Numerator!.Value == l.Denominator!.Value)
            && groups.Count(l => WasFarFromAll(l, ward.Key, reference)) >= FiguresNeeded)
        {
            yield return Say("full", ward.Key, groups, reference);
        }
    }

    private static bool IsOfPeople(Indicator indicator) => indicator.Kind == IndicatorKind.Percentage || indicator.Accumulation != Accumulation.Stock;

    private static bool IsRound(decimal figure) => figure % (figure >= HundredsFrom ? 100 : 10) == 0;

    private static bool WasFarFromAll(ReportLine line, UnitKey ward, ReferenceData reference) =>
        reference.LastReport(ward).FirstOrDefault(o => o.IndicatorCode == line.IndicatorCode) is { Denominator: > 0 } last && last.Numerator < FarFromAll * last.Denominator;

    private Finding Say(string pattern, UnitKey ward, List<ReportLine> lines, ReferenceData reference) =>
        Warning(lines[0].Numerator!.Cell, NameOf(ward, reference), string.Join("; ", lines.Select(l => $"{NameOf(l.IndicatorCode, reference)}: {FigureText.Count(l.Numerator!.Value)}")))
            with { TextKey = $"{Code}.{pattern}", Unit = ward };
}
