using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Batches;

/// <summary>One file of a batch as it stands now.</summary>
/// <param name="Unit">For which it turned out to be; <c>null</c> while that is not known.</param>
/// <param name="Reason">See <see cref="BatchReasons"/>; <c>null</c> when its draft's page tells all.</param>
/// <param name="ReceiptId"><c>null</c> until it is sent.</param>
public sealed record BatchRow(
    int Position,
    string FileName,
    Guid? DraftId,
    OrganisationUnit? Unit,
    BatchFileState State,
    string? Reason,
    int Errors,
    int Questions,
    int Warnings,
    int Figures,
    int? ReceiptId);

/// <summary>A batch with its files, in the order in which they were sent.</summary>
/// <param name="ReceivedAt">In Việt Nam's time.</param>
/// <param name="Wards">From which a file's ward can be chosen.</param>
public sealed record BatchOverview(
    Guid Id,
    OrganisationUnit Unit,
    ReportingPeriod Period,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<BatchRow> Files,
    IReadOnlyList<OrganisationUnit> Wards)
{
    public BatchCounts Counts { get; } = BatchCounts.Of(Files.Select(f => f.State));
}

/// <summary>How many files of a batch stand where.</summary>
/// <param name="Total">Those that can be read: what was only listed does not count.</param>
public sealed record BatchCounts(int Total, int Waiting, int Confirming, int Good, int NeedingWork, int Kept, int Unchanged, int LeftOut)
{
    public bool IsWorking => Waiting + Confirming > 0;

    public int Checked => Total - Waiting;

    public int Sent => Kept + Unchanged;

    /// <summary>How far the present work is, of <see cref="ToDo"/>: the checking, or the sending.</summary>
    public int Done => Waiting > 0 || Confirming == 0 ? Checked : Sent;

    public int ToDo => Waiting > 0 || Confirming == 0 ? Total : Sent + Confirming;

    internal static BatchCounts Of(IEnumerable<BatchFileState> states)
    {
        var counts = states.CountBy(s => s).ToDictionary();
        var needingWork = BatchStates.NeedingWork.Sum(Count);
        return new BatchCounts(
            counts.Values.Sum() - Count(BatchFileState.LeftOut),
            Count(BatchFileState.Waiting),
            Count(BatchFileState.Confirming),
            Count(BatchFileState.Good),
            needingWork,
            Count(BatchFileState.Kept),
            Count(BatchFileState.Unchanged),
            Count(BatchFileState.LeftOut));

        int Count(BatchFileState state) => counts.GetValueOrDefault(state);
    }
}

/// <summary>A batch that somebody should come back to.</summary>
/// <param name="ReceivedAt">In Việt Nam's time.</param>
public sealed record OpenBatch(Guid Id, OrganisationUnit Unit, ReportingPeriod Period, DateTimeOffset ReceivedAt, BatchCounts Counts);
