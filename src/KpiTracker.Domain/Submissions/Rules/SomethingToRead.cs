namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A workbook without a single figure reports nothing, and is most likely the wrong file.</summary>
public sealed class SomethingToRead() : ReportRule("R01")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        IsEmpty(report) ? [Error(null, report.Sheet)] : [];

    internal static bool IsEmpty(WardReport report) => report.Lines.SelectMany(l => l.Figures).All(f => f.IsMissing);
}
