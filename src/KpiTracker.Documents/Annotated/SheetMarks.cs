using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Notes">In their order; at least one.</param>
internal sealed record MarkedCell(int Row, int Column, IReadOnlyList<CellNote> Notes)
{
    /// <summary>Of several findings the gravest gives the colour.</summary>
    public Severity Severity => Notes.Min(n => n.Severity);
}

/// <summary>The cells of one sheet that are to be marked.</summary>
/// <param name="Part">The sheet's part.</param>
/// <param name="Cells">Row by row, each cell once.</param>
internal sealed record SheetMarks(string Name, string Part, IReadOnlyList<MarkedCell> Cells)
{
    /// <summary>The cells that get a comment: the first ones, in the order of the sheet.</summary>
    public IEnumerable<MarkedCell> Commented => Cells.Take(AnnotationLimits.CommentsPerSheet);
}
