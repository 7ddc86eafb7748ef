using System.Globalization;
using KpiTracker.Data.Record;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Record;

/// <summary>Which lines of the record are asked for: what stands in the page's address.</summary>
/// <param name="From">The first day, in Việt Nam; <c>null</c> from the beginning.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Person">Part of a name.</param>
/// <param name="Unit">A unit's code, as it is today or was once: its lines and those of all below it.</param>
/// <param name="Text">Part of what the line is about, or of what held before or after.</param>
/// <param name="Page">From 1, the newest lines first.</param>
public sealed record RecordSearch(DateOnly? From, DateOnly? To, string? Person, AuditAction? Action, string? Unit, string? Text, int Page)
{
    public const string Address = "/admin/audit";

    /// <summary>What cannot be understood is taken as not asked.</summary>
    public static RecordSearch Of(IQueryCollection query) => new(
        Day(query["from"]),
        Day(query["to"]),
        Words(query["person"]),
        query["action"].ToString() is { Length: > 0 } name && !char.IsAsciiDigit(name[0]) && Enum.TryParse<AuditAction>(name, out var action) ? action : null,
        Words(query["unit"]),
        Words(query["text"]),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1);

    /// <param name="format">Of a file with the same lines; <c>null</c> is the page.</param>
    public string Href(int page = 1, string? format = null) => QueryHelpers.AddQueryString(format is null ? Address : $"{Address}/{format}", new Dictionary<string, string?>
    {
        ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["person"] = Person,
        ["action"] = Action?.ToString(),
        ["unit"] = Unit,
        ["text"] = Text,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 } words ? words : null;
}
