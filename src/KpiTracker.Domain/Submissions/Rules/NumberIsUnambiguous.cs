using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A number that could be read in two ways is read in the likelier one, and the officer is told which. A percentage of at most 1 that stands
/// alone is asked about: 0,879 may be 87,9 % as well, and no counts beside it tell.
/// </summary>
public sealed class NumberIsUnambiguous() : ReportRule("R12")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        from figure in line.Figures
        where figure.Reading == FigureReading.Ambiguous && (figure != line.Percent || line.Numerator?.Value is null)
        select About(Found(line, figure, NameOf(line.IndicatorCode, reference)), line, reference);

    private Finding Found(ReportLine line, ReportFigure figure, string name) => figure switch
    {
        _ when figure != line.Percent => Warning(figure.Cell, name, FigureText.Quoted(figure.Written), FigureText.Count(figure.Value)) with { TextKey = Code + ".count" },
        { Value: { } value and <= 1 } => Question(figure.Cell, name, FigureText.Quoted(figure.Written), FigureText.TargetPercent(value), FigureText.TargetPercent(value * 100)) with { TextKey = Code + ".percent" },
        _ => Warning(figure.Cell, name, FigureText.Quoted(figure.Written), FigureText.TargetPercent(figure.Value ?? 0)),
    };
}
