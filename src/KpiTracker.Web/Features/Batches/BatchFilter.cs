using KpiTracker.Data.Submissions;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Which files of a batch are looked at; stands in the address.</summary>
public enum BatchFilter
{
    All,
    Work,
    Good,
    Sent,
    LeftOut,
}

internal static class BatchFilters
{
    /// <summary>The files of a filter, those that a person has to do something about first.</summary>
    public static IReadOnlyList<BatchRow> Of(this BatchFilter filter, BatchOverview batch) =>
        [.. batch.Files.Where(f => filter == BatchFilter.All || FilterOf(f.State) == filter).OrderBy(f => Rank(f.State)).ThenBy(f => f.Position)];

    public static int CountIn(this BatchFilter filter, BatchOverview batch) =>
        filter == BatchFilter.All ? batch.Files.Count : batch.Files.Count(f => FilterOf(f.State) == filter);

    private static BatchFilter FilterOf(BatchFileState state) =>
        BatchStates.NeedingWork.Contains(state) ? BatchFilter.Work
        : BatchStates.Sent.Contains(state) ? BatchFilter.Sent
        : state == BatchFileState.LeftOut ? BatchFilter.LeftOut
        // What waits to be read or sent stands with what is good: nobody has to do anything about it.
        : BatchFilter.Good;

    private static int Rank(BatchFileState state) => BatchStates.NeedingWork.ToList().IndexOf(state) is >= 0 and var work ? work
        : BatchStates.NeedingWork.Count + (int)FilterOf(state);
}
