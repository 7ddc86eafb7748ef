namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A label that only resembles an indicator's name: the officer is asked whether that one is meant.</summary>
public sealed class IndicatorIsCertain() : ReportRule("R34")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Resembles is not null
        group line by line.Resembles!.Cell into lines
        let line = lines.First()
        select Question(line.Resembles!.Cell, line.Resembles.Written, reference.Indicator(line.IndicatorCode).NameVi) with { IndicatorCode = line.IndicatorCode };
}
