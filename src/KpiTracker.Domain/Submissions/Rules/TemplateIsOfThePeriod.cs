using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A template made for another month was filled in again: its figures may be that month's.</summary>
public sealed class TemplateIsOfThePeriod() : ReportRule("R14")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from stated in report.StatedPeriods
        where stated.IsTemplateMark && stated.Period != reference.Period
        select Question(stated.Cell, FigureText.Period(stated.Period), FigureText.Period(reference.Period));
}
