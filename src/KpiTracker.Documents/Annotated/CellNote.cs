using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <summary>One finding as it is written into its sender's workbook.</summary>
/// <param name="Sheet">The sheet's name; <c>null</c> when the finding concerns the whole file.</param>
/// <param name="Address">The cell, <c>D9</c>; <c>null</c> likewise.</param>
/// <param name="Message">What was found, in the reader's language.</param>
/// <param name="Mend">What to do.</param>
public sealed record CellNote(string? Sheet, string? Address, Severity Severity, string Code, string Message, string Mend);
