using KpiTracker.Data.Submissions;

namespace KpiTracker.Web.Features.Batches;

/// <summary>The states of a file in groups.</summary>
internal static class BatchStates
{
    /// <summary>The machine has something to do.</summary>
    public static IReadOnlyList<BatchFileState> Working { get; } = [BatchFileState.Waiting, BatchFileState.Confirming];

    /// <summary>A person has something to do.</summary>
    public static IReadOnlyList<BatchFileState> NeedingWork { get; } =
        [BatchFileState.Failed, BatchFileState.UnitUnknown, BatchFileState.Rejected, BatchFileState.Questioned, BatchFileState.Unreadable];

    public static IReadOnlyList<BatchFileState> Sent { get; } = [BatchFileState.Kept, BatchFileState.Unchanged];

    /// <summary>Read, not sent, and not given up: it can still be sent. A second file for the same ward stands in its way.</summary>
    public static IReadOnlyList<BatchFileState> Pending { get; } =
        [BatchFileState.Good, BatchFileState.Questioned, BatchFileState.Rejected, BatchFileState.Failed];

    /// <summary>Whatever may still come to something, so that the batch is not done.</summary>
    public static IReadOnlyList<BatchFileState> Unsent { get; } = [.. Working, .. Pending, BatchFileState.UnitUnknown];
}
