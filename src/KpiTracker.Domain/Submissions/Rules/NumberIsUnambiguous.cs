using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A number that could be read in two ways is read in the likelier one, and the officer is told which.</summary>
public sealed class NumberIsUnambiguous() : ReportRule("R12")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        from figure in line.Figures
        where figure.Reading == FigureReading.Ambiguous && (figure != line.Percent || line.Numerator?.Value is null)
        select About(Warning(figure.Cell, NameOf(line.IndicatorCode, reference), figure.Written, figure == line.Percent ? FigureText.TargetPercent(figure.Value ?? 0) : FigureText.Count(figure.Value)), line, reference);
}
