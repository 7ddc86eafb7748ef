namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>One unit says one thing of one indicator: of two figures nobody can tell which one holds.</summary>
public sealed class IndicatorStandsOnce() : ReportRule("R19")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where line.Unit is null or { Unit: not null }
        group line by (UnitOf(line, reference), line.IndicatorCode) into same
        from line in same.Skip(1)
        select About(Error(line.LabelCell, NameOf(line.IndicatorCode, reference), UnitName(line, reference), same.First().LabelCell.Address), line, reference);

    private static string UnitName(ReportLine line, ReferenceData reference) =>
        UnitOf(line, reference) is { } unit && reference.Units.Find(unit) is { } found ? found.NameWithKind : reference.Unit.NameWithKind;
}
