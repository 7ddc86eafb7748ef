namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A whole of nought has no rate: kept as written, and said.</summary>
public sealed class DenominatorIsNotZero() : ReportRule("R21")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Denominator?.Value == 0 && line.Numerator?.Value == 0
        select About(Warning(line.Denominator!.Cell, NameOf(line.IndicatorCode, reference)), line, reference);
}
