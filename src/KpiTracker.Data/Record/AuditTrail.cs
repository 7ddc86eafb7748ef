using KpiTracker.Data.Accounts;
using KpiTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Record;

/// <summary>Adds to the record. A change and its line are one transaction: neither is there without the other.</summary>
public sealed class AuditTrail(IAuditOrigins origins, DatabaseWriter writer, TimeProvider time)
{
    private static readonly Func<KpiTrackerDbContext, Task<AuditHead?>> Head = EF.CompileAsyncQuery(
        (KpiTrackerDbContext db) => db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => new AuditHead(e.Sequence, e.Hash)).FirstOrDefault());

    private static readonly Func<KpiTrackerDbContext, string, Task<AuditPerson?>> ById = EF.CompileAsyncQuery(
        (KpiTrackerDbContext db, string id) => db.Users.Where(a => a.Id == id).Select(a => new AuditPerson(a.Id, a.DisplayName, a.Role)).SingleOrDefault());

    /// <summary>Adds a line and saves it, with whatever else waits to be saved.</summary>
    /// <param name="db">Inside the transaction of the change: a <see cref="DatabaseWriter"/>'s, or an immediate one. The line before is read here, so nobody else may be writing.</param>
    public Task AppendAsync(KpiTrackerDbContext db, AuditEvent what) => AppendAsync(db, [what]);

    /// <summary>Adds several lines, in their order, and saves them at once.</summary>
    public async Task AppendAsync(KpiTrackerDbContext db, IReadOnlyCollection<AuditEvent> what)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A line of the record belongs into the transaction of its change.");
        }

        if (what.Count == 0)
        {
            return;
        }

        var origin = origins.Current;
        var head = await Head(db) ?? AuditHead.None;
        foreach (var one in what)
        {
            var entry = EntryOf(one, await WhoAsync(db, one.By, origin), origin.Address, head);
            db.AuditEntries.Add(entry);
            head = new AuditHead(entry.Sequence, entry.Hash);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Records what changes nothing in the database, or has changed it already.</summary>
    public Task RecordAsync(AuditEvent what, CancellationToken cancellationToken = default) => writer.WriteAsync(
        async db =>
        {
            await AppendAsync(db, what);
            return true;
        },
        cancellationToken);

    /// <summary>Where the record of a database ends.</summary>
    /// <returns><c>null</c> when its schema has no record yet.</returns>
    internal static async Task<AuditHead?> HeadAsync(KpiTrackerDbContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = 'AuditEntries'").SingleAsync(cancellationToken) == 0
            ? null
            // Not the compiled query: a copy of the database has a model of its own.
            : await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => new AuditHead(e.Sequence, e.Hash)).FirstOrDefaultAsync(cancellationToken) ?? AuditHead.None;

    /// <summary>Makes and records what Identity saves by a context of its own scope: one immediate transaction, beside the writer's queue.</summary>
    /// <param name="db">The scope's own.</param>
    /// <param name="change">Says what it came to, and the line; without one, nothing of it is kept.</param>
    internal Task<T> TogetherAsync<T>(KpiTrackerDbContext db, Func<Task<(T Outcome, AuditEvent? What)>> change) => AllTogetherAsync<T>(db, async () =>
    {
        var (outcome, what) = await change();
        return (outcome, what is null ? [] : [what]);
    });

    /// <summary>The same with several lines, in their order; without any, nothing is kept.</summary>
    internal async Task<T> AllTogetherAsync<T>(KpiTrackerDbContext db, Func<Task<(T Outcome, IReadOnlyCollection<AuditEvent> What)>> change)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (outcome, what) = await change();
        if (what.Count > 0)
        {
            await AppendAsync(db, what);
            await transaction.CommitAsync();
        }

        return outcome;
    }

    private AuditEntry EntryOf(AuditEvent what, (string? Id, string? Name, AccountRole? Role) who, string? address, AuditHead head)
    {
        var entry = new AuditEntry
        {
            Sequence = head.Sequence + 1,
            At = time.GetUtcNow(),
            AccountId = who.Id,
            Name = who.Name,
            Role = who.Role,
            Address = address,
            Action = what.Action,
            Subject = what.Subject,
            UnitId = what.UnitId,
            Before = what.Before?.ToString(),
            After = what.After?.ToString(),
            PreviousHash = head.Hash,
            Hash = string.Empty,
        };
        entry.Hash = AuditChain.HashOf(entry);
        return entry;
    }

    private static async Task<(string? Id, string? Name, AccountRole? Role)> WhoAsync(KpiTrackerDbContext db, AuditPerson? by, AuditOrigin origin) =>
        by is not null ? (by.AccountId, by.Name, by.Role)
        : origin.AccountId is { } id && await ById(db, id) is { } person ? (id, person.Name, person.Role)
        : (origin.AccountId, origin.Name, null);
}

/// <summary>Where the record ends: known elsewhere, it shows whether the end was cut off.</summary>
/// <param name="Sequence">Of the last line; 0 when there is none.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    public static readonly AuditHead None = new(0, AuditChain.Beginning);
}
