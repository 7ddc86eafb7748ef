using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Periods;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Live;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Review;

/// <summary>How the giving of more time ended.</summary>
internal enum ExtensionOutcome
{
    Given,

    /// <summary>The calendar's own due date holds again.</summary>
    TakenBack,

    /// <summary>It holds already; nothing was recorded.</summary>
    Unchanged,

    /// <summary>No day, earlier than the calendar's, or more than <see cref="DueExtensions.MostDays"/> after it.</summary>
    InvalidDay,

    /// <summary>The wards must be told why.</summary>
    ReasonMissing,

    /// <summary>Unknown, or not the officer's: the two look the same from outside.</summary>
    NotYours,
}

/// <summary>Who was given more time for a month.</summary>
/// <param name="GivenAt">In Việt Nam's time.</param>
public sealed record GivenExtension(OrganisationUnit Unit, DateOnly DueOn, string Reason, DateTimeOffset GivenAt, string GivenByName);

/// <summary>Gives a ward, or all wards of a unit, more time for a month's reports; the calendar's own due date takes it back.</summary>
internal sealed class DueExtensions(DatabaseWriter writer, AuditTrail audit, Registers registers, ReportNewsBoard news, IDbContextFactory<Data.KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <summary>Days after the calendar's due date; whatever is later is a slip of the pen.</summary>
    public const int MostDays = 60;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <param name="day">As a form sends it: <c>2026-11-13</c>, or as it is written, <c>13/11/2026</c>.</param>
    /// <param name="reason">Shown to the wards; cut after <see cref="Reason.Longest"/> characters.</param>
    public async Task<ExtensionOutcome> GiveAsync(UnitKey unit, ReportingPeriod period, string? day, string? reason, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (snapshot.Units.Find(unit) is null || !officer.MayReturn(snapshot.Units, unit))
        {
            return ExtensionOutcome.NotYours;
        }

        var regular = snapshot.Calendar.DueOn(period);
        if (!DateOnly.TryParseExact(day?.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn) || dueOn < regular || dueOn > regular.AddDays(MostDays))
        {
            return ExtensionOutcome.InvalidDay;
        }

        if (Reason.Of(reason) is not { } words)
        {
            return ExtensionOutcome.ReasonMissing;
        }

        var row = new DueExtensionRow
        {
            UnitId = snapshot.IdOf(unit),
            Period = period,
            DueOn = dueOn,
            Reason = words,
            At = time.GetUtcNow(),
            ById = officer.AccountId,
            ByName = officer.Name,
        };
        var outcome = await writer.WriteAsync(db => KeepAsync(db, row, regular, officer), cancellationToken);
        registers.Forget();
        if (outcome is ExtensionOutcome.Given or ExtensionOutcome.TakenBack)
        {
            news.Post(outcome == ExtensionOutcome.Given ? NewsKind.Extend : NewsKind.EndExtension, period, snapshot.Units.WardsOf(unit, period).Select(ward => ward.Key));
        }

        return outcome;
    }

    /// <summary>The extensions in force in a month for a unit, for what is above it and for what is below, the widest first.</summary>
    public async Task<IReadOnlyList<GivenExtension>> OfAsync(UnitKey unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var units = snapshot.Units;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.DueExtensions.AsNoTracking().Where(e => e.Period == period).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return
        [
            .. from given in rows.GroupBy(e => e.UnitId)
               let of = snapshot.UnitOf(given.Key)
               let last = given.Last()
               where last.DueOn > snapshot.Calendar.DueOn(period) && (units.IsWithin(of.Key, unit) || units.IsWithin(unit, of.Key))
               orderby of.IsWard, of.Code
               select new GivenExtension(of, last.DueOn, last.Reason, last.At.InVietnam(), last.ByName),
        ];
    }

    private async Task<ExtensionOutcome> KeepAsync(Data.KpiTrackerDbContext db, DueExtensionRow row, DateOnly regular, Officer officer)
    {
        var last = await db.DueExtensions.AsNoTracking().Where(e => e.UnitId == row.UnitId && e.Period == row.Period).OrderByDescending(e => e.Id).FirstOrDefaultAsync();
        var before = last?.DueOn ?? regular;
        if (before == row.DueOn && (row.DueOn == regular || last?.Reason == row.Reason))
        {
            return ExtensionOutcome.Unchanged;
        }

        db.DueExtensions.Add(row);
        await audit.AppendAsync(db, new AuditEvent(AuditAction.DueDateExtended, AuditEvent.Of("month", row.Period))
        {
            By = officer,
            UnitId = row.UnitId,
            Before = AuditDetails.Of(("dueOn", before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            After = AuditDetails.Of(("dueOn", row.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("reason", row.Reason)),
        });
        return row.DueOn == regular ? ExtensionOutcome.TakenBack : ExtensionOutcome.Given;
    }
}
