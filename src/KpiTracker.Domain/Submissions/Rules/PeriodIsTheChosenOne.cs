using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>The month on the sheet and the month chosen on the page differ: nobody guesses which one is meant.</summary>
public sealed class PeriodIsTheChosenOne() : ReportRule("R13")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var stated = report.StatedPeriods.Where(s => !s.IsTemplateMark).ToList();
        var isOldTemplate = report.StatedPeriods.Any(s => s.IsTemplateMark && s.Period != reference.Period);
        return stated.Count == 0 || isOldTemplate || stated.Any(s => s.Period == reference.Period)
            ? []
            : [Question(stated[0].Cell, FigureText.Period(stated[0].Period), FigureText.Period(reference.Period))];
    }
}
