using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A line for a ward that does not belong to the reporting unit.</summary>
public sealed class UnitIsWithinScope() : ReportRule("R16")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Unit is { Unit: { } unit } && !ReportCheck.IsReportedFor(unit, reference)
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        select Error(mention.Cell, reference.Units.Find(mention.Unit!.Value)?.NameWithKind ?? FigureText.Quoted(mention.Written), reference.Unit.NameWithKind) with { Unit = mention.Unit };
}
