using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>How the reading of a workbook ended.</summary>
public abstract record WorkbookReading
{
    private WorkbookReading()
    {
    }

    /// <summary>A table was found; nothing in it is judged yet.</summary>
    public sealed record Recognised(WardReport Report) : WorkbookReading;

    /// <summary>Not fit to open, or no table in it. The sentence is <c>Reason.Sentence(language)</c>.</summary>
    public sealed record Unreadable(UnreadableReason Reason) : WorkbookReading;
}
