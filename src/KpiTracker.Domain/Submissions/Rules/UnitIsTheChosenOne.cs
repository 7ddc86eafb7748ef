using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>The sheet's title names another unit than the one chosen on the page, or states another's code.</summary>
public sealed class UnitIsTheChosenOne() : ReportRule("R15")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var others = report.StatedUnits.Where(u => u.Unit is not null).ToList();
        var own = others.FindAll(u => reference.Units.IsSameSeries(u.Unit!.Value, reference.Unit.Key));
        var other = others.Except(own).OrderByDescending(u => u.Rival is { IsCode: true }).FirstOrDefault();
        return other is null || (own.Count > 0 && other.Rival is not { IsCode: true })
            ? []
            : [Question(other.Cell, reference.Units.Find(other.Unit!.Value)?.NameWithKind ?? FigureText.Quoted(other.Written), reference.Unit.NameWithKind)];
    }
}
