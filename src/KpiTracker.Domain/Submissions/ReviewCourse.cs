namespace KpiTracker.Domain.Submissions;

/// <summary>How far a ward's month has come.</summary>
public enum ReviewState
{
    NotSent,

    /// <summary>Sent, and neither approved nor given back: its figures count and are provisional.</summary>
    Waiting,

    /// <summary>Given back to be corrected: its figures do not count.</summary>
    Returned,

    /// <summary>Approved: its figures stand, and nothing more is taken in for the month.</summary>
    Approved,
}

/// <summary>What can be done to a ward's month. All but sending is kept as a step of its review.</summary>
public enum ReviewAction
{
    Send,
    Approve,
    Return,

    /// <summary>Takes an approval back, so that the ward may send again.</summary>
    Reopen,
}

/// <summary>The course of a ward's month from the sending to the approval, and back: sent, approved, or given back and sent again.</summary>
public static class ReviewCourse
{
    /// <returns>Where the action leads; <c>null</c> when the month is not in a state for it.</returns>
    public static ReviewState? After(ReviewState state, ReviewAction action) => (state, action) switch
    {
        // An approved month is closed to every way of sending until it is re-opened.
        (not ReviewState.Approved, ReviewAction.Send) => ReviewState.Waiting,
        (ReviewState.Waiting, ReviewAction.Approve) => ReviewState.Approved,
        (ReviewState.Waiting, ReviewAction.Return) => ReviewState.Returned,
        (ReviewState.Approved, ReviewAction.Reopen) => ReviewState.Waiting,
        _ => null,
    };
}
