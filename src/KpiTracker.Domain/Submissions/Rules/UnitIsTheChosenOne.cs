namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>The sheet's title names another unit than the one chosen on the page.</summary>
public sealed class UnitIsTheChosenOne() : ReportRule("R15")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var named = report.StatedUnits.Where(u => u.Unit is not null).ToList();
        return named.Count == 0 || named.Any(u => reference.Units.IsSameSeries(u.Unit!.Value, reference.Unit.Key))
            ? []
            : [Question(named[0].Cell, reference.Units.Find(named[0].Unit!.Value)?.NameWithKind ?? named[0].Written, reference.Unit.NameWithKind)];
    }
}
