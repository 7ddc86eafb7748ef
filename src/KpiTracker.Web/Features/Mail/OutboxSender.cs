using System.Data.Common;
using KpiTracker.Data.Messages;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Mail;

/// <summary>Sends what waits in the outbox, one after the other, as long as the site runs and mail is set up; what a restart interrupts is gone on with.</summary>
internal sealed class OutboxSender(Outbox outbox, IMailTransport transport, MailSettings settings, ILogger<OutboxSender> log) : BackgroundService
{
    private const int AtOnce = 50;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.IsSet && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or DbUpdateException)
            {
                // The disk is full, or the database is held: the mails lie where they are, and the site goes on.
                log.LogError(e, "The outbox could not be read or written");
            }

            await outbox.WaitAsync(BetweenLooks, stoppingToken);
        }
    }

    /// <summary>Tries everything that is due, once. Whatever a mail server or its certificate does wrong is that one mail's trouble.</summary>
    internal async Task SendDueAsync(CancellationToken cancellationToken)
    {
        foreach (var message in await outbox.DueAsync(AtOnce, cancellationToken))
        {
            if (await ProblemOfAsync(message, cancellationToken) is { } problem)
            {
                await outbox.MarkFailedAsync(message.Id, problem, CancellationToken.None);
            }
            else
            {
                await outbox.MarkSentAsync(message.Id, CancellationToken.None);
            }
        }
    }

    /// <returns><c>null</c> when the mail was taken.</returns>
    private async Task<string?> ProblemOfAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(message, cancellationToken);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(e, "Mail {Message} was not taken", message.Id);
            return e.Message;
        }
    }
}
