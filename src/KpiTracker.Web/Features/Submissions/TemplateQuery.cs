using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Documents.Templates;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Fills a ward's template: unit, month, indicators, and the totals that the ward last reported.</summary>
internal sealed class TemplateQuery(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <returns><c>null</c> when the code is no ward's in the month, or the officer does not send for it.</returns>
    public async Task<TemplateContent?> FindAsync(string? unitCode, ReportingPeriod period, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (snapshot.Units.Find(unitCode ?? string.Empty, period) is not { IsWard: true } ward || !officer.MaySend(snapshot.Units, ward.Key))
        {
            return null;
        }

        var wardId = snapshot.IdOf(ward.Key);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var earlier = await db.CurrentFigures.AsNoTracking()
            .Where(f => f.UnitId == wardId && f.Period < period && f.Denominator != null)
            .OrderByDescending(f => f.Period)
            .Select(f => new { f.IndicatorCode, f.Denominator })
            .ToListAsync(cancellationToken);
        var last = earlier.GroupBy(f => f.IndicatorCode).ToDictionary(g => g.Key, g => g.First().Denominator);
        return new TemplateContent(
            ward,
            // An area is a grouping, not an office: above a ward of today stands the city's committee.
            snapshot.Units.AncestorsOf(ward.Key).FirstOrDefault(above => above.Kind != UnitKinds.Area),
            period,
            [.. snapshot.Indicators.Select(i => new TemplateLine(i, last.GetValueOrDefault(i.Code)))]);
    }
}
