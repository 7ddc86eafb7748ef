using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>People and things are not counted below nought.</summary>
public sealed class CountIsNotNegative() : ReportRule("R05")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        from figure in line.Counts
        where figure.Value < 0
        select About(Error(figure.Cell, NameOf(line.IndicatorCode, reference), FigureText.Count(figure.Value)), line, reference);
}
