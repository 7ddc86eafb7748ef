namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A label that only resembles an indicator's name, or says more than it: the officer is asked whether that one is meant. The same for a column or
/// row whose label says more than that it holds the whole or the part, and for a month's figure where the state of things is reported.
/// </summary>
public sealed class IndicatorIsCertain() : ReportRule("R34")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) => Names(report, reference).Concat(Roles(report, reference));

    private IEnumerable<Finding> Names(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Resembles is not null
        group line by line.Resembles!.Cell into lines
        let line = lines.First()
        select Question(line.Resembles!.Cell, line.Resembles.Written, reference.Indicator(line.IndicatorCode).NameVi) with { IndicatorCode = line.IndicatorCode };

    private IEnumerable<Finding> Roles(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Measure is null or { Kind: MeasureKind.Unsure }
        from figure in line.Figures
        where figure is { Doubt: not null, Value: not null }
        group line by figure.Doubt into lines
        let doubt = lines.Key
        select Question(doubt.Label.Cell, doubt.Label.Written, NameOf(lines.First().IndicatorCode, reference)) with { TextKey = $"{Code}.{doubt.Role}" };
}
