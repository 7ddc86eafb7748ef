namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A workbook without a single figure reports nothing, and is most likely the wrong file.</summary>
public sealed class SomethingToRead() : ReportRule("R01")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        report.Lines.SelectMany(l => l.Figures).Any(f => !f.IsMissing) ? [] : [Error(null, report.Sheet)];
}
