using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the questions of a draft and their answers travel in a form: a tick that the file is right, and a note beside it.</summary>
internal static class AnswerForm
{
    private const string Confirm = "confirm:";
    private const string Note = "note:";

    /// <summary>An answer is read by people later; nobody reads more than this.</summary>
    public const int LongestNote = 500;

    public static string ConfirmField(FindingGroup questions) => Confirm + SubmissionAnswers.KeyOf(questions);

    public static string NoteField(FindingGroup questions) => Note + SubmissionAnswers.KeyOf(questions);

    /// <param name="confirmed">What a tick means, in words.</param>
    /// <returns>Answers by the question's key; a note without the tick is no answer.</returns>
    public static IReadOnlyDictionary<string, string?> Read(IFormCollection form, string confirmed) =>
        form.Keys.Where(k => k.StartsWith(Confirm, StringComparison.Ordinal))
            .Select(k => k[Confirm.Length..])
            .ToDictionary(key => key, key => form[Note + key].ToString().Trim() is { Length: > 0 } note
                ? $"{confirmed}. {note[..Math.Min(note.Length, LongestNote)]}"
                : (string?)confirmed);
}
