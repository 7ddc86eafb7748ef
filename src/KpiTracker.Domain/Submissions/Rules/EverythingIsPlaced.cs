namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>What stands in the workbook and was not read, or was read although hidden, is named: nothing is left out in silence.</summary>
public sealed class EverythingIsPlaced() : ReportRule("R24")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from text in report.Unplaced
        where text.Kind != UnplacedKind.DeceptiveText
        select Warning(text.Cell, text.Written, text.Cell.Sheet) with { TextKey = $"{Code}.{text.Kind}" };
}
