using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Batches;

/// <summary>A batch while its files arrive: they lie among the drafts, and nothing of it is on record yet.</summary>
internal sealed record IncomingBatch(OrganisationUnit Unit, ReportingPeriod Period, Officer Officer, DateTimeOffset At)
{
    public List<IncomingFile> Files { get; } = [];

    /// <summary>Bytes on the disk so far.</summary>
    public long Size => Files.Sum(f => f.File?.Size ?? 0);

    public int Workbooks => Files.Count(f => f.State == BatchFileState.Waiting);
}

/// <param name="File"><c>null</c> when it is only listed.</param>
/// <param name="Reason">Why it is only listed; see <see cref="BatchReasons"/>.</param>
internal sealed record IncomingFile(string FileName, StoredFile? File, BatchFileState State, string? Reason = null);

/// <summary>How the receiving of a batch ended.</summary>
internal abstract record BatchOutcome
{
    private BatchOutcome()
    {
    }

    public sealed record Received(Guid BatchId) : BatchOutcome;

    /// <param name="Problem">Key of the sentence, <c>Problem.…</c> in the texts.</param>
    public sealed record Refused(string Problem) : BatchOutcome;
}
