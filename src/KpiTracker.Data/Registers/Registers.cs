using KpiTracker.Data.Indicators;
using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Data.Periods;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Registers;

/// <summary>The registers of the database, read once and kept until someone changes them.</summary>
public sealed class Registers(IDbContextFactory<KpiTrackerDbContext> dbFactory) : IDisposable
{
    private readonly SemaphoreSlim _oneReader = new(1);
    private volatile RegisterSnapshot? _current;

    public async ValueTask<RegisterSnapshot> CurrentAsync(CancellationToken cancellationToken = default)
    {
        if (_current is { } known)
        {
            return known;
        }

        await _oneReader.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await ReadAsync(cancellationToken);
        }
        finally
        {
            _oneReader.Release();
        }
    }

    /// <summary>To be called after the registers in the database were changed.</summary>
    public void Forget() => _current = null;

    public void Dispose() => _oneReader.Dispose();

    private async Task<RegisterSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var units = await db.OrganisationUnits.AsNoTracking().OrderBy(u => u.Id).ToListAsync(cancellationToken);
        var keys = units.ToDictionary(u => u.Id, u => new UnitKey(u.Code, u.ValidFrom));
        var successions = await db.Successions.AsNoTracking().ToListAsync(cancellationToken);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.Position).ToListAsync(cancellationToken);
        var targets = await db.Targets.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancellationToken);
        var contents = new RegisterContents(
            [.. units.Select(u => new OrganisationUnit(keys[u.Id], u.Name, u.NameWithKind, u.Kind, u.ParentId is { } parent ? keys[parent] : null, u.ValidTo))],
            [.. successions.Select(s => new Succession(keys[s.FromId], keys[s.ToId], s.Portion, s.Note))],
            [.. indicators.Select(IndicatorOf)],
            [.. targets.Select(t => TargetOf(t, keys[t.UnitId]))],
            units.Where(u => u.Population is not null).ToDictionary(u => keys[u.Id], u => u.Population!.Value),
            HolidayChange.Over(
                await db.Holidays.AsNoTracking().ToDictionaryAsync(h => h.Date, h => h.Name, cancellationToken),
                await db.HolidayChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken)));
        var thresholds = await db.ThresholdChanges.AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        var rules = await db.PeriodRuleChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var extensions = await db.DueExtensions.AsNoTracking().OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return new RegisterSnapshot(
            contents,
            keys.ToDictionary(pair => pair.Value, pair => pair.Key),
            PeriodRuleChange.InForce(rules),
            extensions.Select(e => new DueExtension(keys[e.UnitId], e.Period, e.DueOn, e.Reason)))
        {
            Thresholds = thresholds?.Thresholds ?? StatusThresholds.Default,
        };
    }

    private static Indicator IndicatorOf(IndicatorRow row) => new(
        row.Code,
        row.NameVi,
        row.NameEn,
        row.ShortNameVi,
        row.ShortNameEn,
        row.Kind,
        row.Accumulation,
        row.NumeratorVi,
        row.DenominatorVi,
        row.UnitOfMeasureVi,
        row.Synonyms);

    private static Target TargetOf(TargetRow row, UnitKey unit) => new(
        unit,
        row.IndicatorCode,
        row.Comparator,
        row.ComparatorStated,
        row.Value,
        row.Measure,
        row.Deadline,
        row.Precision,
        row.Source,
        row.Quote);
}
