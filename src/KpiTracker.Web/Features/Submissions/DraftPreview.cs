using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the looking at a draft ended.</summary>
internal abstract record PreviewOutcome
{
    private PreviewOutcome()
    {
    }

    public sealed record Shown(DraftPreview Preview) : PreviewOutcome;

    /// <summary>Nothing can be read of the file.</summary>
    public sealed record Unreadable(DraftFile File, UnreadableReason Reason) : PreviewOutcome;

    /// <summary>The draft is on record already: its receipt is the page to show.</summary>
    public sealed record Confirmed(int ReceiptId, bool WasUnchanged) : PreviewOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : PreviewOutcome;
}

/// <param name="Unit">For which it was uploaded: a ward, or a district or area.</param>
/// <param name="Size">Bytes.</param>
public sealed record DraftFile(Guid DraftId, string FileName, long Size, OrganisationUnit Unit, ReportingPeriod Period, DateTimeOffset UploadedAt);

/// <summary>Everything read of a draft, beside what was reported last month and what it would replace.</summary>
/// <param name="Lines">In the order of the sheet.</param>
/// <param name="Wards">Those that something can be kept for, in the order of the sheet.</param>
public sealed record DraftPreview(DraftFile File, CheckedReport Report, IReadOnlyList<PreviewLine> Lines, IReadOnlyList<PreviewWard> Wards)
{
    /// <summary>Cells typed over so far.</summary>
    public IReadOnlyDictionary<CellRef, EditedCell> Edits { get; init; } = new Dictionary<CellRef, EditedCell>();

    /// <summary>Nothing can be sent before something is mended.</summary>
    public bool IsRejected => Report.Outcome == CheckOutcome.Rejected || Report.Observations.Count == 0;

    /// <summary>Confirming would store nothing: all of it is on record already.</summary>
    public bool IsUnchanged => Wards.Count > 0 && Wards.All(w => w.IsUnchanged);

    public IEnumerable<Finding> Questions => Report.Findings.Where(f => f.Severity == Severity.Question);
}

/// <summary>One indicator of one ward as read.</summary>
/// <param name="Ward"><c>null</c> when the sheet's name for it was not recognised.</param>
/// <param name="Line">As written, with the cells.</param>
/// <param name="IsKept">Whether it would be kept; <c>false</c> when an error refuses it or nothing was reported.</param>
/// <param name="LastMonth">What the ward reported for the month before; <c>null</c> when nothing.</param>
/// <param name="OnRecord">What it reported for this month before; <c>null</c> when nothing.</param>
public sealed record PreviewLine(OrganisationUnit? Ward, Indicator Indicator, ReportLine Line, bool IsKept, KeptFigure? LastMonth, KeptFigure? OnRecord);

/// <summary>What confirming would do for one ward.</summary>
/// <param name="Replaces">The report on record that it would replace; <c>null</c> when it is the first.</param>
/// <param name="Differences">Against the report on record; empty when it is the first, or nothing changes.</param>
public sealed record PreviewWard(OrganisationUnit Ward, ReplacedReport? Replaces, IReadOnlyList<FigureDifference> Differences)
{
    public bool IsUnchanged => Replaces is { IsReturned: false } && Differences.Count == 0;
}

public sealed record ReplacedReport(int SubmissionId, int Revision, DateTimeOffset SubmittedAt, string SubmittedByName, bool IsReturned);
