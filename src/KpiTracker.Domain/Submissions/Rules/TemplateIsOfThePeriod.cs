using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A template made for another month was filled in again: its figures may be that month's, which is asked. One of another year is refused:
/// its list of indicators and its wholes are that year's.
/// </summary>
public sealed class TemplateIsOfThePeriod() : ReportRule("R14")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from stated in report.StatedPeriods
        where stated.IsTemplateMark && stated.Period != reference.Period
        select stated.Period.Year == reference.Period.Year
            ? Question(stated.Cell, FigureText.Period(stated.Period), FigureText.Period(reference.Period))
            : Error(stated.Cell, FigureText.Period(stated.Period), FigureText.Period(reference.Period)) with { TextKey = Code + ".year" };
}
