using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Periods;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Holidays;

/// <summary>How a change of days off ended.</summary>
internal enum HolidayOutcome
{
    Added,
    Removed,

    /// <summary>It holds already; nothing was recorded.</summary>
    Unchanged,

    /// <summary>A day is none, the last lies before the first, there are too many, none is a weekday, or the name is missing or too long.</summary>
    Invalid,

    /// <summary>Only administrators set them.</summary>
    NotYours,
}

/// <summary>Days off as a person writes them into a form.</summary>
/// <param name="From">The first day, <c>2028-01-25</c> or <c>25/01/2028</c>.</param>
/// <param name="To">The last day, included; empty is the first.</param>
internal sealed record AskedHolidays(string? From, string? To, string? Name)
{
    /// <summary>From the first to the last: the longest Tết is shorter.</summary>
    public const int MostDays = 31;

    public const int LongestName = 120;

    private const int FirstYear = 2025;
    private const int LastYear = 2099;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <returns>The weekdays among them and the name; <c>null</c> as <see cref="HolidayOutcome.Invalid"/> says.</returns>
    internal (IReadOnlyList<DateOnly> Days, string Name)? Read()
    {
        var last = string.IsNullOrWhiteSpace(To) ? From : To;
        if (Name?.Trim() is not { Length: > 0 and <= LongestName } name || !TryDay(From, out var from) || !TryDay(last, out var to) || to < from || to.DayNumber - from.DayNumber >= MostDays)
        {
            return null;
        }

        var days = Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(IsWeekday).ToList();
        return days.Count == 0 ? null : (days, name);
    }

    private static bool TryDay(string? written, out DateOnly day) =>
        DateOnly.TryParseExact(written?.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= FirstYear and <= LastYear;

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}

/// <summary>The days on which offices are closed: adds to what comes with the register's files, and takes away. Due dates follow at once.</summary>
internal sealed class HolidayAdministration(Registers registers, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<HolidayChange>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.HolidayChanges.AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
    }

    public Task<HolidayOutcome> AddAsync(AskedHolidays asked, Officer officer, CancellationToken cancellationToken) =>
        asked.Read() is not var (days, name) ? Task.FromResult(HolidayOutcome.Invalid) : SetAsync(days, name, officer, cancellationToken);

    public Task<HolidayOutcome> RemoveAsync(string? day, Officer officer, CancellationToken cancellationToken) =>
        new AskedHolidays(day, null, "-").Read() is not var (days, _) ? Task.FromResult(HolidayOutcome.Invalid) : SetAsync(days, null, officer, cancellationToken);

    /// <param name="name"><c>null</c>: no day off any more.</param>
    private async Task<HolidayOutcome> SetAsync(IReadOnlyList<DateOnly> days, string? name, Officer officer, CancellationToken cancellationToken)
    {
        if (officer.Role != AccountRole.Administrator)
        {
            return HolidayOutcome.NotYours;
        }

        var now = time.GetUtcNow();
        var outcome = await writer.WriteAsync(
            async db =>
            {
                // As it holds inside the transaction: somebody else may have changed it since the page was shown.
                var known = HolidayChange.Over(await db.Holidays.AsNoTracking().ToDictionaryAsync(h => h.Date, h => h.Name), await db.HolidayChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
                var changed = days.Where(day => known.GetValueOrDefault(day) != name).ToList();
                if (changed.Count == 0)
                {
                    return HolidayOutcome.Unchanged;
                }

                db.HolidayChanges.AddRange(changed.Select(day => new HolidayChange { Date = day, Name = name, At = now, ById = officer.AccountId, ByName = officer.Name }));
                await audit.AppendAsync(db, [.. changed.Select(day => new AuditEvent(AuditAction.HolidaySet, AuditEvent.Of("holiday", Written(day)))
                {
                    By = officer,
                    Before = AuditDetails.Of(("holiday", known.GetValueOrDefault(day))),
                    After = AuditDetails.Of(("day", Written(day)), ("holiday", name)),
                })]);
                return name is null ? HolidayOutcome.Removed : HolidayOutcome.Added;
            },
            cancellationToken);
        registers.Forget();
        return outcome;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
