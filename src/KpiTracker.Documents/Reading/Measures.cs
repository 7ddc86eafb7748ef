using System.Text.RegularExpressions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>What a unit of measure counts.</summary>
internal enum Measured
{
    /// <summary>Nothing is said.</summary>
    Nothing,
    People,
    Percent,

    /// <summary>Thousands and the like.</summary>
    Scale,

    /// <summary>No people: households, visits, enterprises.</summary>
    Things,

    /// <summary>Something that is on neither list.</summary>
    Unknown,
}

/// <summary>The words of units of measure, after folding.</summary>
internal static partial class Measures
{
    private static readonly HashSet<string> Scales = ["nghin", "ngan", "tram", "trieu", "ty", "k", "tr", "chuc"];

    private static readonly HashSet<string> Percents = ["%", "ty le", "ti le", "ty le %", "ti le %", "phan tram", "phan tram %"];

    private static readonly string[] People =
        ["nguoi", "can bo", "cb", "cbcc", "cbccvc", "cong chuc", "hoc sinh", "hs", "hssv", "sinh vien", "sv", "cong dan", "nguoi dan", "nhan dan", "lao dong", "nld", "ld", "nguoi lao dong", "nhan khau", "khau",
         "dong chi", "dc", "d c", "em", "ca nhan", "nhan su", "doi tuong", "thanh vien", "tai khoan", "tk", "nguoi dung", "cong nhan", "dan"];

    private static readonly string[] Things =
        ["ho", "ho gia dinh", "ho dan", "luot", "luot nguoi", "doanh nghiep", "dn", "htx", "hop tac xa", "buoi", "lop", "cuoc", "hoi nghi", "truong", "truong hoc", "ho so", "giao dich", "may", "chiec", "cai", "bo", "co so", "co quan",
         "diem", "thon", "to dan pho", "tdp", "to", "chi bo", "chi hoi", "thiet bi", "van ban", "tin bai", "bai", "tin", "camera", "lan", "gio", "ngay", "dong", "trieu dong", "xa", "phuong", "phuong xa", "xa phuong", "khu dan cu", "cau lac bo", "mo hinh"];

    /// <param name="words">After <see cref="Fold.Words"/>.</param>
    public static Measured Of(string words) => words switch
    {
        "" => Measured.Nothing,
        _ when Percents.Contains(words) => Measured.Percent,
        _ when People.Contains(words) => Measured.People,
        _ when Things.Contains(words) || words.Split(' ') is { Length: 2 } both && both.All(Things.Contains) => Measured.Things,
        _ when Array.Exists(People, p => HasWords(words, p)) && !Array.Exists(Things, t => HasWords(words, t)) => Measured.People,
        _ => Measured.Unknown,
    };

    /// <summary>Whether a unit of measure is the indicator's own: <c>tổ</c>, <c>lượt người</c>, <c>phường, xã</c>.</summary>
    public static bool IsOwn(string words, Indicator indicator) =>
        Fold.Words(indicator.UnitOfMeasureVi) is var own && (HasWords(words, own) && (own != "nguoi" || Of(words) == Measured.People) || (own is "xa" or "phuong" && (HasWords(words, "xa") || HasWords(words, "phuong"))));

    public static bool CountsPeople(Indicator indicator) => Of(Fold.Words(indicator.UnitOfMeasureVi)) == Measured.People;

    /// <summary>The things that a column's head says it counts: <c>Tổng số hộ</c>, <c>Đạt (lượt)</c>; <c>null</c> when it names none.</summary>
    public static string? ThingIn(string head)
    {
        var bracket = Bracket().Match(Fold.Plain(head));
        if (bracket.Success && Fold.Words(bracket.Groups["m"].Value) is var inBracket && Of(inBracket) == Measured.Things)
        {
            return inBracket;
        }

        var words = Fold.Words(head);
        return Counted().Match(words) is { Success: true } counted ? counted.Groups["m"].Value : null;
    }

    /// <summary>Whether the words that a number's format shows behind it leave it a count of what the indicator counts: 8 shown as "8 nghìn" is none.</summary>
    public static bool IsShownWith(string words, Indicator indicator) =>
        words.Length == 0 || (Fold.Words(words) is var folded && (IsOwn(folded, indicator) || (Of(folded) != Measured.Things && !Scales.Contains(folded.Split(' ')[0]))));

    /// <summary>Whether a label's first noun is a thing, so that the people it goes on to name are not what it counts: <c>Doanh nghiệp có người lao động</c>.</summary>
    public static bool BeginWithThing(string words)
    {
        foreach (var opening in (string[])["tong so ", "so luong ", "ty le ", "so "])
        {
            words = words.StartsWith(opening, StringComparison.Ordinal) ? words[opening.Length..] : words;
        }

        return Things.Any(t => t.Length > 3 && words.StartsWith(t + " ", StringComparison.Ordinal));
    }

    private static bool HasWords(string words, string phrase) => $" {words} ".Contains($" {phrase} ", StringComparison.Ordinal);

    [GeneratedRegex(@"\((?:\s*(?:dvt|don vi tinh)\s*:)?(?<m>[^()]*)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\b(?:so|tong) (?<m>ho gia dinh|ho dan|ho so|ho|luot nguoi|luot|doanh nghiep|dn|htx|hop tac xa|buoi|lop|cuoc|truong hoc|truong|giao dich|may|co so|thiet bi)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();
}
