using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// Counts in thousands (<c>nghìn người</c>) would be kept a thousand times too small, and households or visits are no people: refused, once for
/// each place that says so. A unit of measure that may or may not go with the indicator is asked about.
/// </summary>
public sealed class CountsAreSingle() : ReportRule("R36")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Measure is not null
        group line by (line.Measure!.Cell, line.Measure.Kind) into lines
        let finding = Found(lines.First().Measure!, reference.Indicator(lines.First().IndicatorCode))
        select lines.Count() == 1 ? About(finding, lines.First(), reference) : finding;

    private Finding Found(MeasureDoubt measure, Indicator indicator) => measure.Kind switch
    {
        MeasureKind.Scale => Error(measure.Cell, measure.Written),
        MeasureKind.OtherThings => Error(measure.Cell, measure.Written, indicator.ShortNameVi, indicator.UnitOfMeasureVi) with { TextKey = $"{Code}.things" },
        _ => Question(measure.Cell, measure.Written, indicator.ShortNameVi, indicator.UnitOfMeasureVi) with { TextKey = $"{Code}.unsure" },
    };
}
