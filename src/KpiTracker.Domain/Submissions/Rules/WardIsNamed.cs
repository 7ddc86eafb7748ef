namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A district or area reports ward by ward: figures that name no ward belong to none. A ward's table by neighbourhoods is the ward's by its row of
/// totals, which is asked about; without one it is refused.
/// </summary>
public sealed class WardIsNamed() : ReportRule("R26")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) => Nameless(report, reference).Concat(Neighbourhoods(report, reference));

    private IEnumerable<Finding> Nameless(WardReport report, ReferenceData reference)
    {
        var nameless = reference.Unit.IsWard ? null : report.Lines.FirstOrDefault(l => l.Unit is null && l.Figures.Any(f => !f.IsMissing));
        return nameless is null ? [] : [Error(nameless.LabelCell, reference.Unit.NameWithKind)];
    }

    private IEnumerable<Finding> Neighbourhoods(WardReport report, ReferenceData reference) =>
        from text in report.Unplaced
        where text.Kind is UnplacedKind.Neighbourhoods or UnplacedKind.NeighbourhoodTotal
        select text.Kind == UnplacedKind.NeighbourhoodTotal
            ? Question(text.Cell, text.Written, text.Cell.Address, reference.Unit.NameWithKind) with { TextKey = $"{Code}.total" }
            : Error(text.Cell, text.Written, reference.Unit.NameWithKind) with { TextKey = $"{Code}.neighbourhoods" };
}
