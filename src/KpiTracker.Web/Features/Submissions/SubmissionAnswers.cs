using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What the sender answers to the questions found in a workbook.</summary>
internal sealed class SubmissionAnswers
{
    private readonly Func<Finding, string?> _answer;

    private SubmissionAnswers(Func<Finding, string?> answer) => _answer = answer;

    public static SubmissionAnswers None { get; } = new(_ => null);

    /// <summary>The same answer to every question: for a person who has seen them all, or a script told to go on.</summary>
    public static SubmissionAnswers ToAll(string answer) => new(_ => answer);

    /// <param name="answers">By <see cref="KeyOf"/>, as a form sends them; a blank one is no answer.</param>
    public static SubmissionAnswers From(IReadOnlyDictionary<string, string?> answers) => new(finding => answers.GetValueOrDefault(KeyOf(finding)));

    /// <summary>Names a question the same way each time the same file is read.</summary>
    public static string KeyOf(Finding finding) => $"{finding.TextKey}|{finding.Cell?.Sheet}|{finding.Cell?.Address}|{finding.IndicatorCode}|{finding.Unit}";

    /// <returns><c>null</c> when the question is not answered.</returns>
    public string? To(Finding question) => _answer(question)?.Trim() is { Length: > 0 } answer ? answer : null;

    public bool Cover(CheckedReport report) => report.Findings.Where(f => f.Severity == Severity.Question).All(f => To(f) is not null);
}
