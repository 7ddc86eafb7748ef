using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>The total row should be the sum of the wards above it; the wards' figures hold, and the officer is asked about the total.</summary>
public sealed class TotalAddsUp() : ReportRule("R20")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from total in report.Totals
        let lines = report.Lines.Where(l => l.IndicatorCode == total.IndicatorCode).ToList()
        from pair in new[] { (Written: total.Denominator, Figures: lines.Select(l => l.Denominator)), (Written: total.Numerator, Figures: lines.Select(l => l.Numerator)) }
        where pair.Written?.Value is not null
        let sum = pair.Figures.Sum(f => f?.Value ?? 0)
        where sum != pair.Written.Value
        select Question(pair.Written.Cell, NameOf(total.IndicatorCode, reference), FigureText.Count(pair.Written.Value), FigureText.Count(sum)) with { IndicatorCode = total.IndicatorCode };
}
