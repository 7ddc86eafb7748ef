using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Progress;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Presentation;

/// <summary>A deck as it was frozen.</summary>
/// <param name="At">In Việt Nam's time.</param>
internal sealed record FrozenDeck(Guid Id, DateTimeOffset At, string ByName, IReadOnlyDictionary<string, Deck> Decks);

/// <summary>One of the decks frozen of a unit and month.</summary>
/// <param name="At">In Việt Nam's time.</param>
public sealed record FrozenLink(Guid Id, DateTimeOffset At, string ByName)
{
    public string Href => $"/snapshots/{Id}";
}

/// <summary>Freezes decks and finds them again. What is frozen is never changed.</summary>
internal sealed class SnapshotKeeping(Registers registers, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    private const int MostListed = 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        // The text lies in the database and is never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="progress">Of a unit that the officer may see.</param>
    /// <returns>The deck's id: that of the latest one of the unit and month, when it says the same.</returns>
    public async Task<Guid> FreezeAsync(UnitProgress progress, IReadOnlyDictionary<string, Deck> decks, Officer officer, CancellationToken cancellationToken)
    {
        var unit = (await registers.CurrentAsync(cancellationToken)).IdOf(progress.Unit.Key);
        var content = JsonSerializer.Serialize(decks, Json);
        var now = time.GetUtcNow();
        return await writer.WriteAsync(
            async db =>
            {
                var latest = await db.Snapshots.AsNoTracking().Where(s => s.UnitId == unit && s.Period == progress.Period).OrderByDescending(s => s.At).FirstOrDefaultAsync();
                if (latest?.Content == content)
                {
                    return latest.Id;
                }

                var snapshot = new Snapshot { Id = Guid.CreateVersion7(now), UnitId = unit, Period = progress.Period, At = now, ById = officer.AccountId, ByName = officer.Name, Content = content };
                db.Snapshots.Add(snapshot);
                await audit.AppendAsync(db, new AuditEvent(AuditAction.SnapshotFrozen, AuditEvent.Of("snapshot", snapshot.Id)) { By = officer, UnitId = unit, After = AuditDetails.Of(("period", progress.Period)) });
                return snapshot.Id;
            },
            cancellationToken);
    }

    /// <returns><c>null</c> when there is none, or it is of a unit that the officer may not see: the two look the same from outside.</returns>
    public async Task<FrozenDeck?> FindAsync(Guid id, Officer officer, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var snapshot = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        var known = await registers.CurrentAsync(cancellationToken);
        return snapshot is not null && officer.MaySee(known.Units, known.UnitOf(snapshot.UnitId).Key)
            ? new FrozenDeck(id, Local(snapshot.At), snapshot.ByName, JsonSerializer.Deserialize<Dictionary<string, Deck>>(snapshot.Content, Json)!)
            : null;
    }

    /// <summary>The latest of a unit and month, newest first. It checks no rights: its callers do.</summary>
    public async Task<IReadOnlyList<FrozenLink>> ListAsync(OrganisationUnit unit, ReportingPeriod period, CancellationToken cancellationToken = default)
    {
        var id = (await registers.CurrentAsync(cancellationToken)).IdOf(unit.Key);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Snapshots.AsNoTracking()
            .Where(s => s.UnitId == id && s.Period == period)
            .OrderByDescending(s => s.At)
            .Take(MostListed)
            .Select(s => new { s.Id, s.At, s.ByName })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(s => new FrozenLink(s.Id, Local(s.At), s.ByName))];
    }

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, VietnamTime.Zone);
}
