using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>What is counted since the beginning (lũy kế) never falls from one month to the next.</summary>
public sealed class CumulativeDoesNotFall() : ReportRule("R22")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where reference.Indicator(line.IndicatorCode).Accumulation == Accumulation.Cumulative && line.Numerator?.Value is not null
        let before = reference.Earlier(UnitOf(line, reference), line.IndicatorCode).FirstOrDefault(o => o.Numerator is not null)
        where before is not null && line.Numerator!.Value < before.Numerator
        select About(Question(line.Numerator!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Count(line.Numerator.Value), FigureText.Period(before.Period), FigureText.Count(before.Numerator)), line, reference);
}
