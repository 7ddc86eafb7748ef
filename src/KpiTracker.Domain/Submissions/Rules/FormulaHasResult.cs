namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A formula whose result the file does not hold: formulas of an upload are never evaluated. A percentage beside columns of counts
/// is not asked for its result, since it is reckoned from the counts: our own template has one on every line.
/// </summary>
public sealed class FormulaHasResult() : FigureReadingRule("R04", FigureReading.FormulaWithoutResult)
{
    protected override bool Concerns(ReportFigure figure, ReportLine line) => figure != line.Percent || !line.Counts.Any();
}
