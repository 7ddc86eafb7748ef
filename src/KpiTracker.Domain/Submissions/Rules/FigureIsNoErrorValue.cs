namespace KpiTracker.Domain.Submissions.Rules;

/// <summary><c>#DIV/0!</c>, <c>#REF!</c> and their like are no figures.</summary>
public sealed class FigureIsNoErrorValue() : FigureReadingRule("R03", FigureReading.ErrorValue);
