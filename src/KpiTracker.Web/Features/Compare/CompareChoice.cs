using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Compare;

/// <summary>What an address asks to be compared: up to four units in a month, or one unit in two months.</summary>
/// <param name="Units">Codes in the order given, none twice.</param>
/// <param name="Period">As written; <c>null</c> is the latest month that has closed.</param>
/// <param name="With">The other month of the first unit; <c>null</c> compares units.</param>
internal sealed record CompareChoice(IReadOnlyList<string> Units, string? Period, string? With)
{
    public const int MostUnits = 4;

    /// <summary>More units were named than can stand side by side; the first ones do.</summary>
    public bool IsTooMany { get; private init; }

    public bool IsOfMonths => With is not null;

    /// <param name="units">One value with commas, as links have it, or several, as a form sends them.</param>
    public static CompareChoice Of(IEnumerable<string>? units, string? period, string? with)
    {
        var codes = (units ?? [])
            .SelectMany(u => u.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var other = string.IsNullOrWhiteSpace(with) ? null : with;
        return new CompareChoice([.. codes.Take(other is null ? MostUnits : 1)], string.IsNullOrWhiteSpace(period) ? null : period, other)
        {
            IsTooMany = other is null && codes.Count > MostUnits,
        };
    }

    public static string Link(IEnumerable<string> units, ReportingPeriod period, ReportingPeriod? with = null) =>
        $"/compare?{Query(units, period.ToString(), with?.ToString())}";

    public string Address(string path) => $"{path}?{Query(Units, Period, With)}";

    private static string Query(IEnumerable<string> units, string? period, string? with) =>
        $"units={string.Join(',', units.Select(Uri.EscapeDataString))}{Option("period", period)}{Option("with", with)}";

    private static string Option(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
