using System.Globalization;
using System.Net.Mail;
using KpiTracker.Data.Accounts;
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
        if (outcome is InvitationOutcome.Link { Email: { } to } link && settings.IsSet)
        {
            var address = baseAddress.TrimEnd('/') + link.Path;
            var body = Texts.Print("Letter.Body", Vietnamese, link.UserName, address, Invitations.Lifespan.TotalDays, by.Name);
            await outbox.WriteAsync([new NewMessage($"invitation/{Guid.NewGuid():N}", to, Texts.Print("Letter.Subject", Vietnamese), body, by.AccountId)], cancellationToken);
        }
    }
}

/// <summary>An address for mail as people write it.</summary>
internal static class EmailAddress
{
    /// <returns>The address without blanks; <c>null</c> for what is none, and for one with a name before it.</returns>
    public static string? Of(string? written) =>
        written?.Trim() is { Length: > 0 } text && MailAddress.TryCreate(text, out var address) && address.Address == text ? text : null;
}
