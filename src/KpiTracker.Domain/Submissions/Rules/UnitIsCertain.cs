using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A name that only resembles a unit's: the officer is asked whether that one is meant.</summary>
public sealed class UnitIsCertain() : ReportRule("R18")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) => Check(report, reference, new DistinctNames(reference));

    private IEnumerable<Finding> Check(WardReport report, ReferenceData reference, DistinctNames names) =>
        from line in report.Lines
        where line.Unit is { Unit: not null, IsCertain: false }
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        where ReportCheck.IsReportedFor(mention.Unit!.Value, reference)
        select Question(mention.Cell, FigureText.Quoted(mention.Written), names.Of(reference.Units.Find(mention.Unit!.Value)!)) with { Unit = mention.Unit };
}
