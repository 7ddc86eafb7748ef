using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>One answer for questions that are alike covers those that were seen, and no others.</summary>
internal sealed class SubmissionAnswersTests
{
    [Test]
    public void One_answer_covers_a_group_of_questions()
    {
        var answers = AnswersTo(Report("D1", "D2", "D3"));

        Assert.That(answers.Over(Report("D1", "D2", "D3")).Cover(Report("D1", "D2", "D3")));
    }

    [Test]
    public void It_does_not_cover_a_question_that_came_later()
    {
        var later = Report("D1", "D2", "D3", "D4");

        Assert.That(AnswersTo(Report("D1", "D2", "D3")).Over(later).Cover(later), Is.False);
    }

    [Test]
    public void Questions_too_few_for_a_group_are_answered_one_by_one()
    {
        var report = Report("D1", "D2");

        Assert.That(AnswersTo(report).Over(report).Cover(report));
        Assert.That(AnswersTo(Report("D1")).Over(report).Cover(report), Is.False);
    }

    private static SubmissionAnswers AnswersTo(CheckedReport report) =>
        SubmissionAnswers.From(FindingGroups.Of(report.Findings).ToDictionary(group => SubmissionAnswers.KeyOf(group), _ => (string?)"Đúng"));

    private static CheckedReport Report(params string[] cells) =>
        ACheckedReport.With() with { Findings = [.. cells.Select(c => new Finding("R22", Severity.Question, new CellRef("Báo cáo", c), "R22", ["1", "2"]))] };
}
