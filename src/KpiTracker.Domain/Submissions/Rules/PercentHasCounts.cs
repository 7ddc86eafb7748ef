using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A percentage without its counts is kept and shown, but cannot be added to a total. Where last month had counts, R33 asks instead.</summary>
public sealed class PercentHasCounts() : ReportRule("R10")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where CountsStayCounts.IsPercentAlone(line, reference) && CountsStayCounts.LastCounts(line, reference) is null
        select About(Warning(line.PercentAlone!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Percent(line.PercentAlone.Value)), line, reference);
}
