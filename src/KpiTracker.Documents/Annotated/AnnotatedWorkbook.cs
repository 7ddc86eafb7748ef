using System.Globalization;
using KpiTracker.Documents.Isolation;

namespace KpiTracker.Documents.Annotated;

/// <summary>
/// A sender's own workbook with its findings marked: the faulty cells coloured, a comment in each, and a first sheet that lists everything
/// with links. All else stays as it was sent, byte for byte. The work is done in a child process.
/// </summary>
public static class AnnotatedWorkbook
{
    /// <param name="workbook">As sent, from its present position; not closed.</param>
    /// <param name="fileName">As the sender calls it; shown on the list.</param>
    /// <param name="notes">In the order in which they are to be listed.</param>
    /// <param name="folder">Where the work is done; when it is done the marked workbook is its <see cref="WorkFolder.Output"/>.</param>
    public static IsolatedEnding Write(Stream workbook, string fileName, IReadOnlyList<CellNote> notes, CultureInfo language, WorkFolder folder) =>
        Write(workbook, fileName, notes, language, folder, IsolatedLimits.Deadline);

    internal static IsolatedEnding Write(Stream workbook, string fileName, IReadOnlyList<CellNote> notes, CultureInfo language, WorkFolder folder, TimeSpan deadline)
    {
        using (var input = File.Create(folder.Input))
        {
            workbook.CopyTo(input);
        }

        var request = new AnnotationRequest(fileName, language.TwoLetterISOLanguageName, notes.Count, [.. notes.Take(AnnotationLimits.NotesListed)]);
        return IsolatedWork.Shared.Run(IsolatedVerbs.Annotate, folder.Input, folder.Output, request.Bytes(), deadline);
    }
}
