namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A district or area reports ward by ward: figures that name no ward belong to none.</summary>
public sealed class WardIsNamed() : ReportRule("R26")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var nameless = reference.Unit.IsWard ? null : report.Lines.FirstOrDefault(l => l.Unit is null && l.Figures.Any(f => !f.IsMissing));
        return nameless is null ? [] : [Error(nameless.LabelCell, reference.Unit.NameWithKind)];
    }
}
