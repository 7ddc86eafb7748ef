using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A reported percentage lies between 0 and 100.</summary>
public sealed class PercentWithinRange() : ReportRule("R08")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.PercentAlone?.Value is < 0 or > 100
        select About(Error(line.PercentAlone!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Percent(line.PercentAlone.Value)), line, reference);
}
