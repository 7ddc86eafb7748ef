namespace KpiTracker.Web.Features.Mail;

internal static class MailFeature
{
    /// <summary>Set under <c>Mail</c>: <c>Host</c>, <c>Port</c>, <c>From</c>, <c>User</c>, <c>Password</c>, <c>Tls</c>.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new MailSettings();
        configuration.GetSection("Mail").Bind(settings);
        return services.AddSingleton(settings).AddSingleton<Outbox>().AddSingleton<IMailTransport, SmtpTransport>().AddHostedService<OutboxSender>();
    }
}
