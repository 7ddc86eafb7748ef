using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.LabelMappings;

/// <summary>What a label in a unit's workbooks is taken for, and who said so.</summary>
/// <param name="Indicator">Only when it is an indicator's name.</param>
/// <param name="At">In Việt Nam's time.</param>
internal sealed record RememberedLabel(int Id, OrganisationUnit Unit, string Written, LabelUse Use, Indicator? Indicator, string ByName, DateTimeOffset At);

/// <summary>All labels remembered for all units, for the administrator. It checks no rights: its page's policy does.</summary>
internal sealed class LabelMappingRegister(Registers registers, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <summary>By unit, then in the order in which they were said.</summary>
    public async Task<IReadOnlyList<RememberedLabel>> AllAsync(CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.LabelMappings.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(m => new RememberedLabel(
                    m.Id,
                    snapshot.UnitOf(m.UnitId),
                    m.Written,
                    m.Use,
                    m.IndicatorCode is { } code ? snapshot.Indicator(code) : null,
                    m.ByName,
                    m.At.InVietnam()))
                .OrderBy(m => m.Unit.Code, StringComparer.Ordinal),
        ];
    }

    /// <returns><c>false</c> when it was removed before.</returns>
    public Task<bool> RemoveAsync(int id, CancellationToken cancellationToken) => writer.WriteAsync(
        async db =>
        {
            if (await db.LabelMappings.SingleOrDefaultAsync(m => m.Id == id) is not { } label)
            {
                return false;
            }

            db.LabelMappings.Remove(label);
            await audit.AppendAsync(db, LabelEvents.Forgotten(label, null));
            return true;
        },
        cancellationToken);
}
