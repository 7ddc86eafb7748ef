using System.Security.Cryptography;
using System.Text;
using KpiTracker.Data.Accounts;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>What proves that whoever sets the site up may read its log or its settings. Good for this process only.</summary>
internal sealed class SetupToken(IConfiguration configuration)
{
    /// <summary>In the environment or the settings; without it one is made by chance and printed in the log.</summary>
    public const string Setting = "KPITRACKER_SETUP_TOKEN";

    private readonly string _value = configuration[Setting] is { Length: > 0 } given ? given : PasswordRule.Generate();

    /// <summary>To be printed; <c>null</c> when it was given, and so is known.</summary>
    public string? Made => configuration[Setting] is { Length: > 0 } ? null : _value;

    /// <summary>Takes as long for a wrong one as for the right one.</summary>
    public bool Is(string? written) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(written?.Trim() ?? string.Empty)), SHA256.HashData(Encoding.UTF8.GetBytes(_value)));
}
