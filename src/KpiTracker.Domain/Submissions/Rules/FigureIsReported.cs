using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// An indicator without its figures is not reported: missing is not zero, and the officer is told that it stays open.
/// Silent where another rule says more of the same figure (R30, R31).
/// </summary>
public sealed class FigureIsReported() : ReportRule("R09")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var open = new OpenFigures(report, reference);
        return
            from line in open.Lines
            where !open.IsDropped(line) && open.Before(line) is null
            let missing = OpenFigures.MissingIn(line)
            select About(Found(line, missing, NameOf(line.IndicatorCode, reference)), line, reference);
    }

    private Finding Found(ReportLine line, ReportFigure? missing, string name)
    {
        var cell = missing?.Cell ?? line.LabelCell;
        return line.Numerator?.Value is { } reached
            ? Warning(cell, name, FigureText.Count(reached)) with { TextKey = Code + ".whole" }
            : Warning(cell, name, missing is { IsEmpty: false } ? FigureText.Quoted(missing.Written) : FigureText.Missing);
    }
}
