namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A figure that is no number (<c>khoảng 500</c>, a date, <c>85%</c> where people are counted) is never guessed.</summary>
public sealed class FigureIsReadable() : FigureReadingRule("R02", FigureReading.Unreadable);
