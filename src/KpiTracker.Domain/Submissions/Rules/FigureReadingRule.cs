using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A figure that did not become a number. It refuses the indicator, except where only the percentage is touched and the columns of counts
/// are there: percentages are reckoned from the counts, so the officer is merely told.
/// </summary>
public abstract class FigureReadingRule(string code, FigureReading reading) : ReportRule(code)
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        from figure in line.Figures
        where figure.Reading == reading && Concerns(figure, line)
        select About(figure == line.Percent && line.Counts.Any() ? WarningOf(figure, line, reference) : Error(figure.Cell, NameOf(line.IndicatorCode, reference), FigureText.Quoted(figure.Written)), line, reference);

    protected virtual bool Concerns(ReportFigure figure, ReportLine line) => true;

    private Finding WarningOf(ReportFigure figure, ReportLine line, ReferenceData reference) =>
        Warning(figure.Cell, NameOf(line.IndicatorCode, reference), FigureText.Quoted(figure.Written)) with { TextKey = Code + ".percent" };
}
