using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>The month on the sheet and the month chosen on the page differ, or the sheet states a quarter or several months: nobody guesses which one is meant.</summary>
public sealed class PeriodIsTheChosenOne() : ReportRule("R13")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var stated = report.StatedPeriods.Where(s => !s.IsTemplateMark).ToList();
        var isOldTemplate = report.StatedPeriods.Any(s => s.IsTemplateMark && s.Period != reference.Period);
        if (stated.Count == 0 || isOldTemplate || stated.Any(s => !s.IsLonger && s.Period == reference.Period))
        {
            return [];
        }

        return [stated.Find(s => !s.IsLonger) is { } other
            ? Question(other.Cell, FigureText.Period(other.Period), FigureText.Period(reference.Period))
            : Question(stated[0].Cell, FigureText.Quoted(stated[0].Written), FigureText.Period(reference.Period)) with { TextKey = $"{Code}.longer" }];
    }
}
