using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Whose a batch is: of everyone who may send for its unit, and nobody else's.</summary>
internal static class BatchScope
{
    /// <returns><c>null</c> when there is none, or it is not the officer's.</returns>
    public static async Task<UploadBatch?> FindAsync(
        IQueryable<UploadBatch> batches,
        RegisterSnapshot registers,
        Guid id,
        Officer officer,
        CancellationToken cancellationToken = default) =>
        await batches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is { } batch && officer.MaySend(registers.Units, registers.UnitOf(batch.UnitId).Key)
            ? batch
            : null;
}
