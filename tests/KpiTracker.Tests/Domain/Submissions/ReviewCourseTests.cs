using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>Every action in every state: where it leads, or that it may not be.</summary>
public sealed class ReviewCourseTests
{
    [TestCase(ReviewState.NotSent, ReviewAction.Send, ReviewState.Waiting)]
    [TestCase(ReviewState.NotSent, ReviewAction.Approve, null)]
    [TestCase(ReviewState.NotSent, ReviewAction.Return, null)]
    [TestCase(ReviewState.NotSent, ReviewAction.Reopen, null)]
    [TestCase(ReviewState.Waiting, ReviewAction.Send, ReviewState.Waiting)]
    [TestCase(ReviewState.Waiting, ReviewAction.Approve, ReviewState.Approved)]
    [TestCase(ReviewState.Waiting, ReviewAction.Return, ReviewState.Returned)]
    [TestCase(ReviewState.Waiting, ReviewAction.Reopen, null)]
    [TestCase(ReviewState.Returned, ReviewAction.Send, ReviewState.Waiting)]
    [TestCase(ReviewState.Returned, ReviewAction.Approve, null)]
    [TestCase(ReviewState.Returned, ReviewAction.Return, null)]
    [TestCase(ReviewState.Returned, ReviewAction.Reopen, null)]
    [TestCase(ReviewState.Approved, ReviewAction.Send, null)]
    [TestCase(ReviewState.Approved, ReviewAction.Approve, null)]
    [TestCase(ReviewState.Approved, ReviewAction.Return, null)]
    [TestCase(ReviewState.Approved, ReviewAction.Reopen, ReviewState.Waiting)]
    public void An_action_leads_on_or_is_refused(ReviewState state, ReviewAction action, ReviewState? expected) =>
        Assert.That(ReviewCourse.After(state, action), Is.EqualTo(expected));
}
