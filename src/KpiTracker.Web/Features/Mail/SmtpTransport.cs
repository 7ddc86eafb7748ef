using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using KpiTracker.Data.Messages;

namespace KpiTracker.Web.Features.Mail;

/// <summary>Hands one mail over to a mail server.</summary>
internal interface IMailTransport
{
    /// <exception cref="SmtpException">The server did not take it.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>By SMTP, with the framework's own client: plain text to one address.</summary>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private const int LongestWaitMilliseconds = 30_000;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = LongestWaitMilliseconds };
        if (settings.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }

        using var mail = new MailMessage(settings.From!, message.To, message.Subject, message.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        // Killed between handing it over and writing that down, the site sends it again: by this the receiver's server can tell that it is the same.
        mail.Headers.Add("Message-ID", $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Key)))[..32]}@kpitracker>");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(LongestWaitMilliseconds);
        await client.SendMailAsync(mail, deadline.Token);
    }
}
