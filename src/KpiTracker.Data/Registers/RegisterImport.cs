using KpiTracker.Data.Indicators;
using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Data.Record;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Registers;

/// <summary>
/// Takes the register files over into the database, all or nothing. Files that have not changed since are not read again;
/// a unit that has left the files stays, since reports refer to it.
/// </summary>
internal sealed class RegisterImport(IDbContextFactory<KpiTrackerDbContext> dbFactory, AuditTrail audit)
{
    /// <returns>Whether anything was taken over.</returns>
    public async Task<bool> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var fingerprint = ReferenceFiles.Fingerprint(folder);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var version = await db.RegisterVersions.SingleOrDefaultAsync(cancellationToken);
        if (version?.Fingerprint == fingerprint)
        {
            return false;
        }

        var contents = ReferenceFiles.Read(folder);
        var ids = await UnitRows.WriteAsync(db, contents, cancellationToken);
        await ReplaceAsync(db, contents, ids, cancellationToken);
        db.RegisterVersions.RemoveRange(version is null ? [] : [version]);
        await db.SaveChangesAsync(cancellationToken);
        db.RegisterVersions.Add(new RegisterVersion { Fingerprint = fingerprint });
        await audit.AppendAsync(db, new AuditEvent(AuditAction.RegistersImported, "registers")
        {
            Before = version is null ? null : AuditDetails.Of(("files", version.Fingerprint)),
            After = AuditDetails.Of(
                ("files", fingerprint),
                ("units", contents.Units.Count),
                ("indicators", contents.Indicators.Count),
                ("targets", contents.Targets.Count),
                ("holidays", contents.Holidays.Count)),
        });
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task ReplaceAsync(KpiTrackerDbContext db, RegisterContents contents, IReadOnlyDictionary<UnitKey, int> ids, CancellationToken cancellationToken)
    {
        await db.Targets.ExecuteDeleteAsync(cancellationToken);
        await db.Holidays.ExecuteDeleteAsync(cancellationToken);
        var known = await db.Indicators.ToDictionaryAsync(i => i.Code, cancellationToken);
        foreach (var (indicator, index) in contents.Indicators.Select((indicator, index) => (indicator, index)))
        {
            var row = RowOf(indicator, index + 1);
            if (known.TryGetValue(indicator.Code, out var old))
            {
                db.Entry(old).CurrentValues.SetValues(row);
            }
            else
            {
                db.Indicators.Add(row);
            }
        }

        db.Targets.AddRange(contents.Targets.Select(t => RowOf(t, ids[t.Unit])));
        db.Holidays.AddRange(contents.Holidays.Select(h => new HolidayRow { Date = h.Key, Name = h.Value }));
    }

    private static IndicatorRow RowOf(Indicator indicator, int position) => new()
    {
        Code = indicator.Code,
        Position = position,
        NameVi = indicator.NameVi,
        NameEn = indicator.NameEn,
        ShortNameVi = indicator.ShortNameVi,
        ShortNameEn = indicator.ShortNameEn,
        Kind = indicator.Kind,
        Accumulation = indicator.Accumulation,
        NumeratorVi = indicator.NumeratorVi,
        DenominatorVi = indicator.DenominatorVi,
        UnitOfMeasureVi = indicator.UnitOfMeasureVi,
        Synonyms = [.. indicator.Synonyms],
    };

    private static TargetRow RowOf(Target target, int unitId) => new()
    {
        UnitId = unitId,
        IndicatorCode = target.IndicatorCode,
        Comparator = target.Comparator,
        ComparatorStated = target.ComparatorStated,
        Value = target.Value,
        Measure = target.Measure,
        Deadline = target.Deadline,
        Precision = target.Precision,
        Source = target.Source,
        Quote = target.Quote,
    };
}
