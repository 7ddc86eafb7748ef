using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KpiTracker.Data.Accounts;

namespace KpiTracker.Data.Record;

/// <summary>Something that is being done and must be recorded.</summary>
/// <param name="Subject">What it is done to, by an identifier that stays: <see cref="Of(string, object)"/>.</param>
public sealed record AuditEvent(AuditAction Action, string Subject)
{
    /// <summary>Who does it; <c>null</c>: whoever is signed in where the request comes from.</summary>
    public AuditPerson? By { get; init; }

    /// <summary>The row of the unit concerned; <c>null</c> when none is.</summary>
    public int? UnitId { get; init; }

    public AuditDetails? Before { get; init; }

    public AuditDetails? After { get; init; }

    /// <summary><c>submission:4711</c>.</summary>
    public static string Of(string kind, object id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}");
}

/// <summary>Who does something, named as on that day.</summary>
public sealed record AuditPerson(string AccountId, string Name, AccountRole Role)
{
    [return: NotNullIfNotNull(nameof(officer))]
    public static implicit operator AuditPerson?(Officer? officer) => officer is null ? null : new(officer.AccountId, officer.Name, officer.Role);

    [return: NotNullIfNotNull(nameof(account))]
    public static implicit operator AuditPerson?(Account? account) => account is null ? null : new(account.Id, account.DisplayName, account.Role);
}

/// <summary>
/// What held before or holds afterwards: short named texts in the order given. Passwords, tokens and the contents of cells have no place here, except a
/// figure's own two values.
/// </summary>
public sealed record AuditDetails
{
    private const int LongestValue = 500;

    // It lies in the database and is never put into a page as it is.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyDictionary<string, string> _values;

    private AuditDetails(IReadOnlyDictionary<string, string> values) => _values = values;

    /// <summary>Named values; those that are <c>null</c> are left out, long ones are cut. Numbers and days are written as machines write them.</summary>
    public static AuditDetails Of(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                texts[name] = text.Length <= LongestValue ? text : text[..LongestValue] + "…";
            }
        }

        return new AuditDetails(texts);
    }

    /// <returns>The named values of what <see cref="ToString"/> wrote; none for <c>null</c>.</returns>
    public static IReadOnlyDictionary<string, string> Read(string? written) =>
        written is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(written) ?? [];

    public override string ToString() => JsonSerializer.Serialize(_values, Readable);
}
