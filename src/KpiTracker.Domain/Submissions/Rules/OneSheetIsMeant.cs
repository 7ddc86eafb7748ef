using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>Several sheets hold figures for the month: the officer is asked which one is meant, or whether all are.</summary>
public sealed class OneSheetIsMeant() : ReportRule("R35")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from kind in new[] { (Kind: UnplacedKind.RivalSheet, Key: Code), (Kind: UnplacedKind.SecondSheet, Key: Code + ".both") }
        let sheets = report.Unplaced.Where(u => u.Kind == kind.Kind).ToList()
        where sheets.Count > 0
        select Question(sheets[0].Cell, report.Sheet, string.Join(", ", sheets.Select(s => $"“{s.Written}”")), FigureText.Period(reference.Period)) with { TextKey = kind.Key };
}
