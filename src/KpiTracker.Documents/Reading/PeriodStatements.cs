using System.Globalization;
using System.Text.RegularExpressions;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>Finds the month that a title states. Days (<c>ngày 05 tháng 6 năm 2025</c>, <c>22/5/2025</c>) are no months of report.</summary>
internal static partial class PeriodStatements
{
    /// <summary>From January on, and their second names at the end.</summary>
    private static readonly string[] MonthWords = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai", "giêng", "bốn", "chạp"];

    /// <summary>A state of things so many days into the next month is still that of the month before.</summary>
    private const int DaysAfter = 10;

    /// <param name="chosen">Gives <c>Báo cáo tháng 5</c> its year.</param>
    public static IEnumerable<(ReportingPeriod Period, string Written)> In(string text, ReportingPeriod chosen)
    {
        var folded = Fold.Plain(text);
        if (Range().Match(folded) is { Success: true } range && OfDay(range, chosen) is { } closing)
        {
            return [(closing, text.Trim())];
        }

        if (SeveralMonths().IsMatch(folded))
        {
            return [];
        }

        var plain = Day().Replace(WithoutPlans(folded), " ");
        var months = MonthAndYear().Matches(plain).Select(m => Of(m.Groups["y"].Value, m.Groups["m"].Value)).OfType<ReportingPeriod>().ToList();
        if (months.Count > 0)
        {
            return months.Select(m => (m, text.Trim()));
        }

        var single = MonthAlone().Match(plain) is { Success: true } alone ? Near(chosen, alone.Groups["m"].Value) : MonthInWords(text, chosen) ?? AsOfDay(folded, chosen);
        return single is { } month ? [(month, text.Trim())] : [];
    }

    /// <summary>Whether a title states a quarter, a half-year or several months, which no monthly report is for.</summary>
    public static bool IsLonger(string text) => Fold.Plain(text) is var plain && (SeveralMonths().IsMatch(plain) || LongerPeriod().IsMatch(plain));

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

    /// <summary>The month as of whose day a head gives what was reached (<c>Đạt đến 30/4/2025</c>); <c>null</c> when that is the chosen one, or no day is named.</summary>
    public static ReportingPeriod? OfDayInHead(string text, ReportingPeriod chosen) =>
        DayInHead().Match(Fold.Plain(text)) is { Success: true } day && Of(day.Groups["y"].Value, day.Groups["m"].Value) is { } month && month != chosen
        && !(month == chosen.AddMonths(1) && int.Parse(day.Groups["d"].Value, CultureInfo.InvariantCulture) <= DaysAfter) ? month : null;

    /// <summary>Whether a head says a month and nothing else: <c>Tháng 8</c>, <c>T10</c>, <c>10/2026</c>.</summary>
    public static bool IsBareMonth(string text) => BareMonth().IsMatch(Fold.Plain(text));

    /// <summary>What is planned for the month to come is not what is reported: <c>kết quả tháng 5 và nhiệm vụ tháng 6</c>.</summary>
    private static string WithoutPlans(string plain) => AnyMonth().Count(plain) > 1 ? Plans().Replace(plain, " ") : plain;

    /// <summary><c>Số liệu tính đến ngày 30/4/2025</c>: the month of the day, or the chosen one when the day is soon after it.</summary>
    private static ReportingPeriod? AsOfDay(string plain, ReportingPeriod chosen) =>
        AsOf().Match(plain) is { Success: true } day && OfDay(day, chosen) is { } month
            ? month == chosen.AddMonths(1) && int.Parse(day.Groups["d"].Value, CultureInfo.InvariantCulture) <= DaysAfter ? chosen : month
            : null;

    private static ReportingPeriod? OfDay(Match day, ReportingPeriod chosen) =>
        day.Groups["y"].Success ? Of(day.Groups["y"].Value, day.Groups["m"].Value) : Near(chosen, day.Groups["m"].Value);

    /// <summary><c>Tháng Tư năm 2025</c>; only with its marks, since "tháng sau" (next month) is not "tháng sáu".</summary>
    private static ReportingPeriod? MonthInWords(string text, ReportingPeriod chosen)
    {
        if (InWords().Match(Fold.Normalised(text, System.Text.NormalizationForm.FormC).ToLowerInvariant()) is not { Success: true } named)
        {
            return null;
        }

        var month = (Array.IndexOf(MonthWords, named.Groups["w"].Value) switch { 12 => 1, 13 => 4, 14 => 12, var at => at + 1 }).ToString(CultureInfo.InvariantCulture);
        return named.Groups["y"].Success ? Of(named.Groups["y"].Value, month) : Near(chosen, month);
    }

    /// <summary>A month without a year: of the chosen month's year, or of the year before where that is nearer (December in a report for January).</summary>
    private static ReportingPeriod? Near(ReportingPeriod chosen, string month) =>
        Of(chosen.Year.ToString(CultureInfo.InvariantCulture), month) is { } same && chosen.MonthsUntil(same) > 6 ? same.AddMonths(-12) : Of(chosen.Year.ToString(CultureInfo.InvariantCulture), month);

    private static ReportingPeriod? Of(string year, string month) => ReportingPeriod.TryParse($"{year}-{month}", out var period) ? period : null;

    [GeneratedRegex(@"ngay\s*\.*\d{0,2}\.*\s*thang\s*\.*\d{0,2}\.*(\s*nam\s*\.*\d{0,4})?|\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|\b\d{4}-\d{1,2}-\d{1,2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:\b(?:thang|thg|ky|t)\s*[:.]?\s*)?(?<![\d/.,-])(?<m>\d{1,2})\s*(?:/|-|\.|,?\s*nam\s)\s*(?<y>(?:19|20)\d{2})(?![\d/-])|\bky\D{0,12}(?<y>20\d{2})-(?<m>\d{1,2})(?!\d)|\bt(?<m>\d{1,2})[/.-](?<y>20\d{2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"\b(?:thang|thg|t)\s*(?<m>\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthInHead();

    [GeneratedRegex(@"^\s*(?:nam\s*20\d{2}\s+)?(?:(?:thang|thg|t)\s*\.?\s*\d{1,2}(?:\s*(?:[/.-]|,?\s*nam)\s*20\d{2})?|\d{1,2}\s*[/.-]\s*20\d{2})\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareMonth();

    [GeneratedRegex(@"^\s*t\s*\.?\d{1,2}\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortSheetName();

    [GeneratedRegex(@"(?:^|\bbao cao\s+|\bky\s*(?:bao cao)?\s*:?\s*|\bket qua\s+)thang\s*[:.]?\s*(?<m>\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"\btu\s+(?:ngay\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*20\d{2})?\s*(?:den|-|–)\s*(?:het\s+)?(?:ngay\s+)?(?<d>\d{1,2})\s*[/.-]\s*(?<m>\d{1,2})(?:\s*[/.-]\s*(?<y>20\d{2}))?(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?:tinh\s+den|so\s+lieu\s+den|den\s+thoi\s+diem|den\s+het\s+ngay|^den\s+ngay|\(den\s+ngay)\s*(?:het\s+)?(?:ngay\s+)?(?<d>\d{1,2})\s*(?:[/.-]|\s+thang)\s*(?<m>\d{1,2})(?:\s*(?:[/.-]|,?\s*nam)\s*(?<y>20\d{2}))?(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsOf();

    [GeneratedRegex(@"\bthang\s*\d{1,2}\s*(?:,|va|\+|&|-|–|den)\s*(?:thang\s*)?\d{1,2}\s*(?:/|-|\.|,?\s*nam\s)\s*20\d{2}(?!\d)|\btu\s+thang\s*\d{1,2}\s*(?:[/.-]\s*20\d{2}\s*)?(?:den|-|–)\s*(?:het\s+)?thang", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeveralMonths();

    [GeneratedRegex(@"\bquy\s*(?:i{1,3}|iv|[1-4])\b(?!\s*nguoi)|\b(?:3|6|9|ba|sau|chin)\s*thang\s*(?:dau|cuoi)\s*nam\b|\bbao cao\s*(?:ca\s*|tong ket\s*)?nam\s*20\d{2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongerPeriod();

    [GeneratedRegex(@"\bthang\s*\d{1,2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyMonth();

    [GeneratedRegex(@"(?:\bva|,|;|-|–)\s*(?:trien khai\s+|xay dung\s+|mot so\s+)?(?:phuong huong|nhiem vu|ke hoach|du kien|chuong trinh|trong tam)\D{0,80}thang\s*\d{1,2}(?:\s*(?:/|-|,?\s*nam)\s*20\d{2})?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plans();

    [GeneratedRegex(@"\btháng\s+(?<w>giêng|mười một|mười hai|mười|một|hai|ba|tư|bốn|năm(?=\s+năm\s+20)|sáu|bảy|tám|chín|chạp)\b(?:\s*,?\s*năm\s+(?<y>20\d{2}))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InWords();

    [GeneratedRegex(@"(?<![\d/])(?<d>\d{1,2})\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*(?<y>20\d{2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayInHead();
}
