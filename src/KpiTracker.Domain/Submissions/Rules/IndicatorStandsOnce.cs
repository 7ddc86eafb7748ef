using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// One unit says one thing of one indicator: of two figures nobody can tell which one holds, so neither is kept.
/// A unit that stands again with nothing but indicators it has had is one finding, not one an indicator; nor may two columns say the same.
/// </summary>
public sealed class IndicatorStandsOnce() : ReportRule("R19")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        report.Lines.Where(l => l.Unit is null or { Unit: not null })
            .GroupBy(l => UnitOf(l, reference))
            .SelectMany(unit => OfUnit([.. unit], reference))
            .Concat(Columns(report));

    private IEnumerable<Finding> Columns(WardReport report) =>
        from columns in report.Unplaced
        where columns.Kind == UnplacedKind.RivalColumns
        select Error(columns.Cell, columns.Written, columns.Place) with { TextKey = $"{Code}.columns" };

    private IEnumerable<Finding> OfUnit(List<ReportLine> lines, ReferenceData reference)
    {
        var first = new Dictionary<string, ReportLine>();
        var repeated = lines.Where(l => !first.TryAdd(l.IndicatorCode, l)).ToHashSet();
        return lines.GroupBy(l => l.Unit?.Cell).Where(m => m.Any(repeated.Contains)).SelectMany(mention =>
            mention.Key is { } cell && mention.All(repeated.Contains) && UnitOf(mention.First(), reference) is { } unit
                ? [Error(cell, NameOf(unit, reference), first[mention.First().IndicatorCode].Unit?.Cell.Address ?? first[mention.First().IndicatorCode].LabelCell.Address, FigureText.Count(mention.Count()))
                    with { TextKey = Code + ".unit", Unit = unit }]
                : mention.Where(repeated.Contains).Select(line => Again(line, first[line.IndicatorCode], reference)));
    }

    private Finding Again(ReportLine line, ReportLine first, ReferenceData reference) =>
        About(Error(line.LabelCell, NameOf(line.IndicatorCode, reference), UnitOf(line, reference) is { } unit ? NameOf(unit, reference) : reference.Unit.NameWithKind, first.LabelCell.Address), line, reference);
}
