using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the sending of a workbook ended.</summary>
internal abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>On the disk.</summary>
    /// <param name="Wards">The wards whose report this is; of a consolidated workbook those for which something was new.</param>
    /// <param name="Report"><c>null</c> when the draft had been confirmed before: then nothing was read again.</param>
    public sealed record Accepted(int ReceiptId, IReadOnlyList<KeptReport> Wards, CheckedReport? Report) : SubmissionOutcome;

    /// <summary>It says what is on record already; nothing was stored, and the receipt is the earlier one.</summary>
    public sealed record Unchanged(int ReceiptId, CheckedReport? Report) : SubmissionOutcome;

    /// <summary>Questions are unanswered; nothing was stored.</summary>
    public sealed record Questioned(CheckedReport Report) : SubmissionOutcome;

    /// <summary>Errors must be mended first; nothing was stored.</summary>
    public sealed record Rejected(CheckedReport Report) : SubmissionOutcome;

    public sealed record Unreadable(UnreadableReason Reason) : SubmissionOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : SubmissionOutcome;
}

/// <summary>One ward's report as it was just kept.</summary>
internal sealed record KeptReport(UnitKey Ward, int SubmissionId, int Revision);

/// <summary>Why nothing was even read.</summary>
internal enum SubmissionRefusal
{
    /// <summary>Outside the officer's unit, or the role does not send reports.</summary>
    NotYours,

    /// <summary>Unknown, or swept away after a week.</summary>
    NoSuchDraft,

    /// <summary>The month has not begun.</summary>
    PeriodNotBegun,

    /// <summary>The unit did not exist, or no longer exists, in the month.</summary>
    UnitNotInPeriod,

    /// <summary>More than <see cref="GateLimits.FileBytes"/>.</summary>
    TooLarge,
}
