using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Reminders;

/// <summary>Answers who still owes a report, to those who chase it.</summary>
internal sealed class ReminderQuery(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <param name="month"><c>2025-05</c>; <c>null</c> is the month that is due now.</param>
    public async Task<ReminderAnswer> AskAsync(string code, string? month, Officer officer, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var today = time.Today();
        var latest = snapshot.Calendar.LatestClosed(today);
        var period = latest;
        if ((month is not null && !ReportingPeriod.TryParse(month, out period)) || snapshot.Calendar.OpensOn(period) > today || !snapshot.Calendar.IsReported(period))
        {
            return new ReminderAnswer.Unknown();
        }

        if (snapshot.Units.FindInSeries(code, period) is not { } unit)
        {
            return new ReminderAnswer.Unknown();
        }

        if (!officer.MayReturn(snapshot.Units, unit.Key))
        {
            return new ReminderAnswer.NotYours();
        }

        var wards = snapshot.Units.WardsOf(unit.Key, period);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var ids = wards.Select(w => snapshot.IdOf(w.Key)).ToList();
        var current = await db.Submissions.AsNoTracking()
            .Where(s => ids.Contains(s.UnitId) && s.Period == period && s.IsCurrent)
            .Select(s => new { s.UnitId, IsReturned = s.ReturnedAt != null, s.ReturnReason })
            .ToDictionaryAsync(s => s.UnitId, cancellationToken);
        var owing = wards.Where(w => !current.TryGetValue(snapshot.IdOf(w.Key), out var sent) || sent.IsReturned).ToList();
        var contacts = await ContactsAsync(db, [.. owing.Select(w => snapshot.IdOf(w.Key))], today, cancellationToken);
        var mails = await MailsAsync(db, period, cancellationToken);
        return new ReminderAnswer.Found(
            new ReminderList(unit, period, snapshot.DueDates.Of(unit.Key, period).On, today, wards.Count, wards.Count - owing.Count, [.. owing.Select(OwingOf)]),
            latest);

        OwingWard OwingOf(OrganisationUnit ward)
        {
            var id = snapshot.IdOf(ward.Key);
            return new OwingWard(ward, snapshot.DueDates.Of(ward.Key, period), current.GetValueOrDefault(id)?.ReturnReason, [.. contacts[id]], mails.GetValueOrDefault(ReminderKey.Of(ward.Key, period)));
        }
    }

    /// <summary>The ward officers who may work for each ward today and whose accounts are open.</summary>
    private static async Task<ILookup<int, ReminderContact>> ContactsAsync(KpiTrackerDbContext db, List<int> wards, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.AccountScopes.AsNoTracking()
            .Where(s => wards.Contains(s.UnitId) && s.From <= today && (s.To == null || s.To >= today))
            .Join(db.Users.Where(a => a.Role == AccountRole.WardOfficer && a.LockoutEnd != DateTimeOffset.MaxValue), s => s.AccountId, a => a.Id, (s, a) => new { s.UnitId, a.DisplayName, a.Email })
            .OrderBy(row => row.DisplayName)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.UnitId, row => new ReminderContact(row.DisplayName, string.IsNullOrWhiteSpace(row.Email) ? null : row.Email));
    }

    private static async Task<Dictionary<string, ReminderMail>> MailsAsync(KpiTrackerDbContext db, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var prefix = ReminderKey.Of(period);
        var rows = await db.OutgoingMessages.AsNoTracking()
            .Where(m => m.Key.StartsWith(prefix))
            .OrderBy(m => m.Id)
            .Select(m => new { m.Key, Mail = new ReminderMail(m.WrittenAt, m.SentAt, m.NextAttemptAt != null, m.Problem) })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(m => ReminderKey.WardPart(m.Key), m => m.Mail).ToDictionary(g => g.Key, g => g.Last());
    }
}

/// <summary>By what a reminder is known among the mails: one a day to each address about each ward and month.</summary>
internal static class ReminderKey
{
    public static string Of(ReportingPeriod period) => $"reminder/{period}/";

    public static string Of(UnitKey ward, ReportingPeriod period) => $"{Of(period)}{ward}/";

    public static string Of(UnitKey ward, ReportingPeriod period, DateOnly day, string address) => FormattableString.Invariant($"{Of(ward, period)}{day:yyyy-MM-dd}/{address}");

    /// <summary>What <see cref="Of(UnitKey, ReportingPeriod)"/> wrote, from what the longest wrote.</summary>
    public static string WardPart(string key) => string.Join('/', key.Split('/').Take(3)) + '/';
}
