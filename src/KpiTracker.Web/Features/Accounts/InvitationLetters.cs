using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Domain.Texts;
using KpiTracker.Web.Features.Mail;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Mails a one-time link to whom it is for, where mail is set up and an address is known; it is shown on the page in any case.</summary>
internal sealed class InvitationLetters(Outbox outbox, MailSettings settings)
{
    private static readonly TextBook Texts = new(typeof(AdministrationTexts));

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <param name="baseAddress">Of the site, as the administrator's browser knows it.</param>
    public async Task SendAsync(InvitationOutcome outcome, string baseAddress, Officer by, CancellationToken cancellationToken)
    {
        if (outcome is InvitationOutcome.Link link && Of(link, baseAddress, by) is { } letter)
        {
            await outbox.WriteAsync([letter], cancellationToken);
        }
    }

    /// <returns><c>null</c> when no address is known, or mail is not set up.</returns>
    public NewMessage? Of(InvitationOutcome.Link link, string baseAddress, Officer by) => link.Email is { } to && settings.IsSet
        ? new NewMessage(
            $"invitation/{Guid.NewGuid():N}",
            to,
            Texts.Print("Letter.Subject", Vietnamese),
            Texts.Print("Letter.Body", Vietnamese, link.UserName, baseAddress.TrimEnd('/') + link.Path, Invitations.Lifespan.TotalDays, by.Name),
            by.AccountId,
            AccountEvents.Of(AuditAction.InvitationMailed, link.Account, by))
        : null;
}
