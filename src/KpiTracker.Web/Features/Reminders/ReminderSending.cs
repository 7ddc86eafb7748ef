using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Web.Features.Mail;

namespace KpiTracker.Web.Features.Reminders;

/// <summary>How the mailing of reminders ended.</summary>
/// <param name="Written">Mails that go out now.</param>
/// <param name="AlreadyToday">Addresses that were written to about the same today: nobody is written to twice a day.</param>
internal sealed record ReminderSent(int Written, int AlreadyToday);

/// <summary>Mails the officers of chosen wards, through the outbox.</summary>
internal sealed class ReminderSending(ReminderQuery query, Registers registers, Outbox outbox, MailSettings settings)
{
    /// <param name="wards">Their codes; those that owe nothing any more, or are not the unit's, are passed over.</param>
    /// <param name="address">Where reports are sent, to be named in the text.</param>
    /// <returns><c>null</c> when it is not the officer's to do, or mail is not set up.</returns>
    public async Task<ReminderSent?> SendAsync(string code, string? month, IReadOnlyCollection<string> wards, string address, Officer officer, CancellationToken cancellationToken)
    {
        if (!settings.IsSet || await query.AskAsync(code, month, officer, cancellationToken) is not ReminderAnswer.Found { List: var list })
        {
            return null;
        }

        var snapshot = await registers.CurrentAsync(cancellationToken);
        var messages = list.Owing
            .Where(w => wards.Contains(w.Ward.Code))
            .SelectMany(w => w.Officers.Select(o => o.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(to => new NewMessage(
                ReminderKey.Of(w.Ward.Key, list.Period, list.Today, to),
                to,
                ReminderTexts.Subject(list, w),
                ReminderTexts.ToWard(list, w, address, officer.Name),
                officer.AccountId,
                new AuditEvent(AuditAction.ReminderMailed, AuditEvent.Of("unit", w.Ward.Code)) { By = officer, UnitId = snapshot.IdOf(w.Ward.Key), After = AuditDetails.Of(("period", list.Period)) })))
            .ToList();
        var written = await outbox.WriteAsync(messages, cancellationToken);
        return new ReminderSent(written, messages.Count - written);
    }
}
