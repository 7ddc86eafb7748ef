namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>No unit bears this name in the month; the nearest names are offered, none is assumed.</summary>
public sealed class UnitIsKnown() : ReportRule("R17")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) => Check(report, new DistinctNames(reference));

    private IEnumerable<Finding> Check(WardReport report, DistinctNames names) =>
        from line in report.Lines
        where line.Unit is { Unit: null }
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        select Error(mention.Cell, mention.Written, string.Join(", ", mention.Nearest.Select(names.Of)));
}
