namespace KpiTracker.Domain.Progress;

/// <summary>How a ward stands with its report of one month.</summary>
public enum ReportStanding
{
    OnTime,

    /// <summary>Sent after the due date; judged on the first accepted revision.</summary>
    Late,

    /// <summary>Sent, and given back to be corrected: its figures do not count.</summary>
    Returned,
    NotSent,
}
