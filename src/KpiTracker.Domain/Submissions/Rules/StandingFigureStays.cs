using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// What stands at a moment, or is counted since the beginning, does not go away: where the ward's last report had it and this one leaves it open,
/// it was most likely forgotten. Takes the place of R09 for that figure. Figures without even a line are asked about together, once a ward.
/// </summary>
public sealed class StandingFigureStays() : ReportRule("R30")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var open = new OpenFigures(report, reference);
        var leftOpen =
            from line in open.Lines
            where !open.IsDropped(line)
            let before = open.Before(line)
            where before is not null
            select About(Question(OpenFigures.MissingIn(line)?.Cell ?? line.LabelCell, NameOf(line.IndicatorCode, reference), FigureText.Period(before.Period), Printed(before)), line, reference);
        var withoutLine =
            from ward in open.ReportingWards
            let gone = open.WithoutLine(ward.Key)
            where gone.Count > 0
            select Gone(ward, gone, reference);
        return leftOpen.Concat(withoutLine);
    }

    private Finding Gone(IGrouping<UnitKey, ReportLine> ward, IReadOnlyList<Observation> gone, ReferenceData reference) =>
        Question(
            PlaceOf(ward),
            NameOf(ward.Key, reference),
            FigureText.Period(gone[0].Period),
            string.Join("; ", gone.Select(o => $"{NameOf(o.IndicatorCode, reference)}: {Printed(o)}"))) with { TextKey = Code + ".line", Unit = ward.Key };
}
