using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Batches;

/// <summary>The next piece of work: one file of a batch, to be read or to be confirmed.</summary>
/// <param name="AccountId">In whose name.</param>
/// <param name="BatchUnitId">Within which the file's ward lies.</param>
/// <param name="UnitId">The file's own unit; <c>null</c> while that is not known.</param>
/// <param name="DraftId"><c>null</c> when the draft was thrown away.</param>
internal sealed record BatchJob(
    Guid BatchId,
    int Position,
    BatchFileState State,
    string AccountId,
    int BatchUnitId,
    int? UnitId,
    Guid? DraftId,
    ReportingPeriod Period);

/// <summary>What came of a piece of work, as it is kept with the file.</summary>
/// <param name="UnitId"><c>null</c> leaves what is known.</param>
internal sealed record BatchFileOutcome(BatchFileState State, string? Reason = null, int? UnitId = null)
{
    public int Errors { get; init; }

    public int Questions { get; init; }

    public int Warnings { get; init; }

    public int Figures { get; init; }

    /// <summary>The state that a file's findings put it in.</summary>
    public static BatchFileState StateOf(int errors, int questions, int figures) =>
        errors > 0 || figures == 0 ? BatchFileState.Rejected
        : questions > 0 ? BatchFileState.Questioned
        : BatchFileState.Good;
}
