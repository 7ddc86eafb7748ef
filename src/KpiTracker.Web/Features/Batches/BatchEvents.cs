using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Submissions;

namespace KpiTracker.Web.Features.Batches;

/// <summary>What the record says of many files sent at once; each that comes on record has its own line besides.</summary>
internal static class BatchEvents
{
    /// <param name="files">How many files it is done to.</param>
    public static AuditEvent Of(AuditAction action, UploadBatch batch, Officer officer, int files) => new(action, AuditEvent.Of("batch", batch.Id))
    {
        By = officer,
        UnitId = batch.UnitId,
        After = AuditDetails.Of(("period", batch.Period), ("files", files)),
    };
}
