using System.Net.Mail;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>An address for mail as people write it.</summary>
internal static class EmailAddress
{
    /// <param name="address">Without blanks around it; <c>null</c> when nothing is written.</param>
    /// <returns><c>false</c> for what is no address, and for one with a name before it.</returns>
    public static bool TryRead(string? written, out string? address)
    {
        address = written?.Trim() is { Length: > 0 } text ? text : null;
        return address is null || (MailAddress.TryCreate(address, out var read) && read.Address == address);
    }
}
