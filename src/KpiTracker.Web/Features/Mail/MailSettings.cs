namespace KpiTracker.Web.Features.Mail;

/// <summary>Where mail goes out: under <c>Mail</c> in the settings. Without a host and a sender the site sends none, and offers none.</summary>
internal sealed class MailSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>The address in "From".</summary>
    public string? From { get; set; }

    /// <summary><c>null</c> signs in to the mail server with nothing.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>STARTTLS; off only for a mail server on the same machine.</summary>
    public bool Tls { get; set; } = true;

    public bool IsSet => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);
}
