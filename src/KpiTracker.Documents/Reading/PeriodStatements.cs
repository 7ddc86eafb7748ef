using System.Globalization;
using System.Text.RegularExpressions;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Documents.Reading;

/// <summary>Finds the month that a title states. Days (<c>ngày 05 tháng 6 năm 2025</c>, <c>22/5/2025</c>) are no months of report.</summary>
internal static partial class PeriodStatements
{
    /// <param name="chosen">Gives <c>Báo cáo tháng 5</c> its year.</param>
    public static IEnumerable<(ReportingPeriod Period, string Written)> In(string text, ReportingPeriod chosen)
    {
        var plain = Day().Replace(Fold.Plain(text), " ");
        var found = false;
        foreach (Match match in MonthAndYear().Matches(plain))
        {
            if (Of(match.Groups["y"].Value, match.Groups["m"].Value) is { } period)
            {
                found = true;
                yield return (period, text.Trim());
            }
        }

        if (!found && MonthAlone().Match(plain) is { Success: true } alone && Near(chosen, alone.Groups["m"].Value) is { } month)
        {
            yield return (month, text.Trim());
        }
    }

    /// <summary>The months that a sheet is named after: <c>Tháng 5</c>, <c>T5</c>.</summary>
    public static IEnumerable<(ReportingPeriod Period, string Written)> InSheetName(string name, ReportingPeriod chosen)
    {
        var found = In(name, chosen).ToList();
        return found.Count == 0 && ShortSheetName().IsMatch(Fold.Plain(name)) && InHead(name, chosen) is { } month ? [(month, name)] : found;
    }

    /// <summary>The month that a column's head names: <c>Đạt tháng 5</c>.</summary>
    public static ReportingPeriod? InHead(string text, ReportingPeriod chosen)
    {
        foreach (var (period, _) in In(text, chosen))
        {
            return period;
        }

        return MonthInHead().Match(Fold.Plain(text)) is { Success: true } month ? Near(chosen, month.Groups["m"].Value) : null;
    }

    /// <summary>Whether a head says a month and nothing else: <c>Tháng 8</c>, <c>T10</c>, <c>10/2026</c>.</summary>
    public static bool IsBareMonth(string text) => BareMonth().IsMatch(Fold.Plain(text));

    /// <summary>A month without a year: of the chosen month's year, or of the year before where that is nearer (December in a report for January).</summary>
    private static ReportingPeriod? Near(ReportingPeriod chosen, string month) =>
        Of(chosen.Year.ToString(CultureInfo.InvariantCulture), month) is { } same && chosen.MonthsUntil(same) > 6 ? same.AddMonths(-12) : Of(chosen.Year.ToString(CultureInfo.InvariantCulture), month);

    private static ReportingPeriod? Of(string year, string month) => ReportingPeriod.TryParse($"{year}-{month}", out var period) ? period : null;

    [GeneratedRegex(@"ngay\s*\.*\d{0,2}\.*\s*thang\s*\.*\d{0,2}\.*(\s*nam\s*\.*\d{0,4})?|\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|\b\d{4}-\d{1,2}-\d{1,2}\b", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:\b(?:thang|thg|ky|t)\s*[:.]?\s*)?(?<![\d/.,-])(?<m>\d{1,2})\s*(?:/|-|\.|,?\s*nam\s)\s*(?<y>(?:19|20)\d{2})(?![\d/-])|\bky\D{0,12}(?<y>20\d{2})-(?<m>\d{1,2})(?!\d)|\bt(?<m>\d{1,2})[/.-](?<y>20\d{2})(?!\d)", RegexOptions.CultureInvariant, 250)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"\b(?:thang|thg|t)\s*(?<m>\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 250)]
    private static partial Regex MonthInHead();

    [GeneratedRegex(@"^\s*(?:nam\s*20\d{2}\s+)?(?:(?:thang|thg|t)\s*\.?\s*\d{1,2}(?:\s*(?:[/.-]|,?\s*nam)\s*20\d{2})?|\d{1,2}\s*[/.-]\s*20\d{2})\s*$", RegexOptions.CultureInvariant, 250)]
    private static partial Regex BareMonth();

    [GeneratedRegex(@"^\s*t\s*\.?\d{1,2}\s*$", RegexOptions.CultureInvariant, 250)]
    private static partial Regex ShortSheetName();

    [GeneratedRegex(@"(?:^|\bbao cao\s+|\bky\s*(?:bao cao)?\s*:?\s*|\bket qua\s+)thang\s*[:.]?\s*(?<m>\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 250)]
    private static partial Regex MonthAlone();
}
