using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A whole that changes by more than a tenth within a month deserves a second look.</summary>
public sealed class DenominatorIsSteady() : ReportRule("R23")
{
    private const decimal GreatestChange = 0.10m;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        let now = line.Denominator?.Value ?? 0
        where now > 0
        let before = reference.Earlier(UnitOf(line, reference), line.IndicatorCode).FirstOrDefault(o => o.Denominator is > 0)
        let then = before?.Denominator ?? 0
        where then > 0 && Math.Abs(now - then) > then * GreatestChange
        select About(Warning(line.Denominator!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Count(then), FigureText.Count(now), FigureText.Period(before!.Period)), line, reference);
}
