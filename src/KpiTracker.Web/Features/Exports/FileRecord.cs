using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Exports;

/// <summary>Records that a file was taken out of the system, before it is handed over: what cannot be recorded is not given.</summary>
internal sealed class FileRecord(AuditTrail audit, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is IFileHttpResult file)
        {
            var request = context.HttpContext.Request;
            var period = ReportingPeriod.TryParse(request.Query["period"], out var month) ? month : (ReportingPeriod?)null;
            await audit.RecordAsync(
                new AuditEvent(AuditAction.FileTaken, AuditEvent.Of("file", file.FileDownloadName ?? request.Path.Value!))
                {
                    UnitId = await UnitAsync(request.RouteValues, period, context.HttpContext.RequestAborted),
                    After = AuditDetails.Of(("address", request.Path.Value), ("period", period)),
                },
                context.HttpContext.RequestAborted);
        }

        return result;
    }

    /// <returns><c>null</c> when the file is of several units.</returns>
    private async Task<int?> UnitAsync(RouteValueDictionary route, ReportingPeriod? period, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (route["code"] is string code)
        {
            return snapshot.Units.FindInSeries(code, period ?? snapshot.Calendar.LatestClosed(time.Today())) is { } unit ? snapshot.IdOf(unit.Key) : null;
        }

        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return (route["id"] ?? route["batch"])?.ToString() switch
        {
            null => null,
            var id when int.TryParse(id, out var submission) => await db.Submissions.Where(s => s.Id == submission).Select(s => (int?)s.UnitId).SingleOrDefaultAsync(cancellationToken),
            var id when Guid.TryParse(id, out var draft) => await db.ReportDrafts.Where(d => d.Id == draft).Select(d => (int?)d.UnitId).SingleOrDefaultAsync(cancellationToken)
                ?? await db.UploadBatches.Where(b => b.Id == draft).Select(b => (int?)b.UnitId).SingleOrDefaultAsync(cancellationToken),
            _ => null,
        };
    }
}
