namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>Counts in thousands (<c>nghìn người</c>) would be kept a thousand times too small: refused, once for each place that says so.</summary>
public sealed class CountsAreSingle() : ReportRule("R36")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Scale is not null
        group line by line.Scale!.Cell into lines
        let scale = lines.First().Scale!
        let error = Error(scale.Cell, scale.Written)
        select lines.Count() == 1 ? About(error, lines.First(), reference) : error;
}
