namespace KpiTracker.Documents.Annotated;

/// <summary>How much is written into a workbook.</summary>
internal static class AnnotationLimits
{
    /// <summary>On one sheet. Spreadsheet programs draw each comment as a shape, and grow slow with more; the cells beyond are coloured and listed like the others.</summary>
    public const int CommentsPerSheet = 2_000;

    /// <summary>Rows of the list. Nobody mends ten thousand cells one by one, and a hostile file could have half a million.</summary>
    public const int NotesListed = 10_000;

    /// <summary>Characters of one comment: a cell with more findings than fit says how many there are.</summary>
    public const int CommentCharacters = 4_000;
}
