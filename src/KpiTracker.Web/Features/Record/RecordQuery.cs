using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Texts;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Record;

/// <summary>A line of the record as it is shown.</summary>
/// <param name="At">In Việt Nam's time.</param>
/// <param name="Unit"><c>null</c> when none is concerned.</param>
internal sealed record RecordLine(AuditEntry Entry, DateTimeOffset At, OrganisationUnit? Unit);

/// <param name="Total">How many lines there are over all pages.</param>
internal sealed record RecordPageAnswer(IReadOnlyList<RecordLine> Lines, int Total)
{
    public int Pages => Math.Max(1, (Total + RecordQuery.PageSize - 1) / RecordQuery.PageSize);
}

/// <summary>Looks lines of the record up. It checks no rights: only administrators see the record, by the policy of its page.</summary>
internal sealed class RecordQuery(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    public const int PageSize = 50;

    /// <summary>Lines in one file; a search by time gets the others.</summary>
    public const int MostInFile = 50_000;

    public async Task<RecordPageAnswer> PageAsync(RecordSearch search, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var found = await MatchingAsync(db, snapshot, search, cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var rows = total == 0 ? [] : await found.OrderByDescending(e => e.Sequence).Skip((search.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new RecordPageAnswer(LinesOf(rows, snapshot), total);
    }

    /// <summary>All that is asked for, newest first.</summary>
    public async Task<IReadOnlyList<RecordLine>> AllAsync(RecordSearch search, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var found = await MatchingAsync(db, snapshot, search, cancellationToken);
        return LinesOf(await found.OrderByDescending(e => e.Sequence).Take(MostInFile).ToListAsync(cancellationToken), snapshot);
    }

    /// <summary>Everyone who stands in the record, by name.</summary>
    public async Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.AuditEntries.Where(e => e.Name != null).Select(e => e.Name!).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
    }

    private static async Task<IQueryable<AuditEntry>> MatchingAsync(KpiTrackerDbContext db, RegisterSnapshot snapshot, RecordSearch search, CancellationToken cancellationToken)
    {
        var found = search.Person is null && search.Text is null ? db.AuditEntries.AsNoTracking() : await WithWordsAsync(db, search, cancellationToken);
        if (search.From is { } from)
        {
            var begin = BeginningOf(from);
            found = found.Where(e => e.At >= begin);
        }

        if (search.To is { } to)
        {
            var end = BeginningOf(to.AddDays(1));
            found = found.Where(e => e.At < end);
        }

        if (search.Action is { } action)
        {
            found = found.Where(e => e.Action == action);
        }

        if (search.Unit is { } code)
        {
            var units = UnitsWithin(snapshot, code);
            found = found.Where(e => e.UnitId != null && units.Contains(e.UnitId.Value));
        }

        return found;
    }

    /// <summary>Case and marks do not matter: "lanh" finds Lãnh.</summary>
    private static async Task<IQueryable<AuditEntry>> WithWordsAsync(KpiTrackerDbContext db, RecordSearch search, CancellationToken cancellationToken)
    {
        await db.KnowFoldedTextAsync(cancellationToken);
        var (person, text) = (Fold.Plain(search.Person ?? ""), Fold.Plain(search.Text ?? ""));
        return db.AuditEntries.FromSql(
            $"""
            SELECT * FROM "AuditEntries"
            WHERE ({person} = '' OR instr(folded("Name"), {person}) > 0)
              AND ({text} = '' OR instr(folded("Subject" || char(10) || ifnull("Before", '') || char(10) || ifnull("After", '')), {text}) > 0)
            """).AsNoTracking();
    }

    private static DateTimeOffset BeginningOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), VietnamTime.Zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))).ToUniversalTime();

    private static List<int> UnitsWithin(RegisterSnapshot snapshot, string code)
    {
        var named = snapshot.Units.Units.Where(u => u.Code.Equals(code, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. snapshot.Units.Units.Where(u => named.Exists(n => snapshot.Units.IsWithin(u.Key, n.Key))).Select(u => snapshot.IdOf(u.Key))];
    }

    private static List<RecordLine> LinesOf(List<AuditEntry> rows, RegisterSnapshot snapshot) =>
        [.. rows.Select(e => new RecordLine(e, TimeZoneInfo.ConvertTime(e.At, VietnamTime.Zone), e.UnitId is { } id ? snapshot.UnitOf(id) : null))];
}
