using System.Net.Mail;

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
            await SendDueAsync(stoppingToken);
            await outbox.WaitAsync(BetweenLooks, stoppingToken);
        }
    }

    /// <summary>Tries everything that is due, once.</summary>
    internal async Task SendDueAsync(CancellationToken cancellationToken)
    {
        foreach (var message in await outbox.DueAsync(AtOnce, cancellationToken))
        {
            try
            {
                await transport.SendAsync(message, cancellationToken);
                await outbox.MarkSentAsync(message.Id, CancellationToken.None);
            }
            catch (Exception e) when (e is SmtpException or FormatException or InvalidOperationException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                log.LogWarning(e, "Mail {Message} was not taken", message.Id);
                await outbox.MarkFailedAsync(message.Id, e.Message, CancellationToken.None);
            }
        }
    }
}
