using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A part cannot exceed its whole: 3.403 workers reached out of 3.366 is a typing slip.</summary>
public sealed class NumeratorWithinDenominator() : ReportRule("R07")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where reference.Indicator(line.IndicatorCode).Kind == IndicatorKind.Percentage && line.Numerator?.Value > line.Denominator?.Value
        select About(Error(line.Numerator!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Count(line.Numerator.Value), FigureText.Count(line.Denominator!.Value)), line, reference);
}
