using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// The percentage written beside the counts should be theirs; the counts hold. A formula beside a count that was typed over in the preview
/// shows the file's old count, and says nothing.
/// </summary>
public sealed class PercentAgreesWithCounts() : ReportRule("R11")
{
    /// <summary>Percentage points: a percentage rounded to a whole number is still theirs.</summary>
    private const decimal Tolerance = 0.5m;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        let written = line.Percent?.Value
        let reckoned = IndicatorValue.Of(IndicatorKind.Percentage, line.Numerator?.Value, line.Denominator?.Value)?.Percent
        where !IsOutdated(line) && written is not null && reckoned is not null && !Agree(written.Value, reckoned.Value)
        select About(Warning(line.Percent!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Percent(written), FigureText.Percent(reckoned)), line, reference);

    private static bool IsOutdated(ReportLine line) => line.Percent is { IsFormula: true, IsEdited: false } && line.Counts.Any(f => f.IsEdited);

    /// <summary>A ratio left unformatted (0,756) says the same as 75,6 %.</summary>
    private static bool Agree(decimal written, decimal reckoned) =>
        Math.Abs(written - reckoned) <= Tolerance || Math.Abs((written * 100) - reckoned) <= Tolerance;
}
