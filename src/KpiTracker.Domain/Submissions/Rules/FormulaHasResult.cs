namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A formula whose result the file does not hold: formulas of an upload are never evaluated.</summary>
public sealed class FormulaHasResult() : FigureReadingRule("R04", FigureReading.FormulaWithoutResult);
