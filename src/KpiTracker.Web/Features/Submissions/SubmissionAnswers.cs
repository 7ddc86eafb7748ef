using System.Globalization;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What the sender answers to the questions found in a workbook.</summary>
internal sealed class SubmissionAnswers
{
    private readonly Func<Finding, string?> _answer;

    private readonly IReadOnlyDictionary<string, string?> _answers;

    private SubmissionAnswers(Func<Finding, string?> answer, IReadOnlyDictionary<string, string?>? answers = null) =>
        (_answer, _answers) = (answer, answers ?? new Dictionary<string, string?>());

    public static SubmissionAnswers None { get; } = new(_ => null);

    /// <summary>The same answer to every question: for a person who has seen them all, or a script told to go on.</summary>
    public static SubmissionAnswers ToAll(string answer) => new(_ => answer);

    /// <param name="answers">By <see cref="KeyOf"/>, as a form sends them; a blank one is no answer.</param>
    public static SubmissionAnswers From(IReadOnlyDictionary<string, string?> answers) => new(finding => answers.GetValueOrDefault(KeyOf(finding)), answers);

    /// <summary>Names a question the same way each time the same file is read.</summary>
    public static string KeyOf(Finding finding) => $"{finding.TextKey}|{finding.Cell?.Sheet}|{finding.Cell?.Address}|{finding.IndicatorCode}|{finding.Unit}";

    /// <summary>Names what is answered at once: a question alone, or all that ask the same. With their number, so that an answer covers no question that was not seen.</summary>
    public static string KeyOf(FindingGroup questions) =>
        questions.IsGroup ? string.Create(CultureInfo.InvariantCulture, $"{questions.Key}|{questions.Findings.Count}") : KeyOf(questions.Findings[0]);

    /// <summary>The same answers, an answer to a group spread over its questions.</summary>
    public SubmissionAnswers Over(CheckedReport report)
    {
        if (_answers.Count == 0)
        {
            return this;
        }

        var groups = FindingGroups.Of([.. report.Findings.Where(f => f.Severity == Severity.Question)])
            .SelectMany(g => g.Findings.Select(f => (Key: KeyOf(f), Answer: _answers.GetValueOrDefault(KeyOf(g)))))
            .DistinctBy(f => f.Key)
            .ToDictionary(f => f.Key, f => f.Answer);
        return new SubmissionAnswers(finding => _answer(finding) ?? groups.GetValueOrDefault(KeyOf(finding)));
    }

    /// <returns><c>null</c> when the question is not answered.</returns>
    public string? To(Finding question) => _answer(question)?.Trim() is { Length: > 0 } answer ? answer : null;

    public bool Cover(CheckedReport report) => report.Findings.Where(f => f.Severity == Severity.Question).All(f => To(f) is not null);
}
