using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A percentage without its counts is kept and shown, but cannot be added to a total.</summary>
public sealed class PercentHasCounts() : ReportRule("R10")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Numerator?.Value is null && line.PercentAlone?.Value is >= 0 and <= 100 && reference.Indicator(line.IndicatorCode).Kind == IndicatorKind.Percentage
        select About(Warning(line.PercentAlone!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Percent(line.PercentAlone.Value)), line, reference);
}
