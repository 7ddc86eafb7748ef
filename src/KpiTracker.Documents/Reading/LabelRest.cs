using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>
/// What a label says beyond the words that are known of it. Words that carry no meaning of their own (where, until when, how it is counted, the
/// movement's own phrases) are no rest; whatever else is left makes a label another one than it looks like, so it is asked about.
/// </summary>
internal static partial class LabelRest
{
    /// <summary>After folding; taken out before single words, the longest first.</summary>
    private static readonly string[] Phrases = LongestFirst(
        "binh dan hoc vu so", "binh dan hoc vu", "phong trao", "khong gian mang", "moi truong so", "moi truong mang", "bao dam an toan", "dam bao an toan", "an toan", "thiet bi thong minh", "thiet bi so",
        "bao ve ban than", "tri tue nhan tao", "hoc tap", "nghien cuu", "sang tao", "phuc vu", "cong viec", "cong tac", "ho tro", "nang cao", "nen tang", "ung dung", "khai thac", "cong nghe thong tin", "cntt", "thong tin", "quan ly", "moi truong mang internet", "internet", "tren mang", "san xuat", "kinh doanh", "hieu qua trong", "da thanh lap", "duoc thanh lap", "boi duong", "san xuat kinh doanh", "dich vu cong truc tuyen", "dich vu cong", "dich vu so", "thiet yeu",
        "tren toan dia ban", "tren dia ban", "thuoc dia ban", "tai dia ban", "dia ban phuong", "dia ban xa", "dia ban thi tran", "dia ban quan", "dia ban huyen", "dia ban", "toan phuong", "toan xa", "toan thi tran", "toan quan", "toan huyen", "phuong xa", "xa phuong", "tai phuong", "tai xa", "cua phuong", "cua xa",
        "don vi bao cao", "bao cao", "thuc te", "theo danh sach", "theo thong ke", "danh sach", "ca nhan", "doi tuong", "trong do tuoi", "do tuoi", "tro len", "nguoi dan", "co ban", "dap ung", "yeu cau", "muc do", "luy ke", "cong don", "tinh den", "den nay",
        "hien co", "hien nay", "trong thang", "trong ky", "ky nay", "thang nay", "ky bao cao", "den thoi diem", "thoi diem", "tu dau nam", "chuyen doi so", "ky nang so", "ky nang", "kien thuc", "nang luc so", "nang luc", "hieu biet",
        "cong nghe so", "nen tang so", "trang bi", "su dung", "thanh thao", "pho cap", "hoan thanh", "thuc hien", "ket qua", "nhiem vu", "chi tieu", "chi so", "tieu chi", "noi dung", "don vi tinh", "dvt", "ty le phan tram", "phan tram",
        "dat chuan", "dat yeu cau", "ty le", "ti le", "so luong", "so lieu", "tong so", "tong cong", "tu so", "mau so", "cac nhom", "nhom");

    /// <summary>Indicators are named with the years of the campaign; an earlier one tells of something else.</summary>
    private const string FirstYear = "2025";

    /// <summary>Behind these a number is no numbering: <c>mức 1</c>.</summary>
    private static readonly HashSet<string> Grades = ["muc", "do", "loai", "hang", "cap", "bac", "tuoi", "tu", "duoi", "tren"];

    /// <summary>Words that say nothing in any label.</summary>
    private static readonly HashSet<string> Words =
    [
        "so", "tong", "cong", "%", "dat", "da", "duoc", "co", "la", "va", "cua", "cac", "nhung", "cho", "ve", "tu", "den", "tai", "tren", "trong", "theo", "voi", "o", "thuoc", "nguoi", "hien", "nay", "tinh", "het", "ngay", "thang", "ky",
        "biet", "de", "gom", "bao", "don", "vi",
    ];

    /// <summary>Whether a label says more than the indicator whose wording it holds.</summary>
    /// <param name="words">The label after <see cref="Fold.Words"/>, abbreviations written out.</param>
    /// <param name="wordings">The known wordings, of which the label holds one.</param>
    /// <param name="pairs">Pairs of neighbouring words that the indicator's own names hold.</param>
    public static bool IsBesideIndicator(string words, IEnumerable<string> wordings, IReadOnlySet<string> pairs) =>
        IsIn(Numbering().Replace(words, string.Empty), wordings, pairs, null);

    /// <summary>Whether a column's head says more than its role. A rate of the target (<c>Tỷ lệ đạt chỉ tiêu</c>) is not that of the whole.</summary>
    /// <param name="words">After <see cref="Fold.Words"/>.</param>
    /// <param name="roles">The words by which roles are known.</param>
    /// <param name="year">The chosen month's.</param>
    public static bool IsBesideRole(string words, IReadOnlyCollection<string> roles, int year) =>
        IsIn(words, roles, ImmutableHashSet<string>.Empty, year) || $" {words} ".Contains(" chi tieu ", StringComparison.Ordinal);

    /// <summary>Whether a label names years and the given one is not among them: last year's figure, or a target's.</summary>
    public static bool NamesAnotherYear(string words, int year) =>
        words.Split(' ').Where(IsYear).ToList() is { Count: > 0 } years && !years.Contains(year.ToString(CultureInfo.InvariantCulture));

    private static bool IsIn(string text, IEnumerable<string> known, IReadOnlySet<string> pairs, int? year)
    {
        var words = Period().Replace(text, "|").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var explained = new bool[words.Length];
        foreach (var phrase in known.Concat(Phrases))
        {
            Explain(words, explained, phrase.Split(' '));
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (pairs.Contains($"{words[i - 1]} {words[i]}"))
            {
                explained[i - 1] = explained[i] = true;
            }
        }

        return words.Where((word, i) => !explained[i] && !Words.Contains(word) && !(IsNumbering(word, year) && !(i > 0 && Grades.Contains(words[i - 1])))).Any();
    }

    private static void Explain(string[] words, bool[] explained, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= words.Length; at++)
        {
            if (words.AsSpan(at, phrase.Length).SequenceEqual(phrase))
            {
                Array.Fill(explained, true, at, phrase.Length);
            }
        }
    }

    /// <summary>List letters, numbers of columns and formulas of them (<c>5/4</c>), and the year itself.</summary>
    private static bool IsNumbering(string word, int? year) =>
        word == "|"
        || (word.Length == 1 && char.IsAsciiLetterOrDigit(word[0]))
        || (year is not null && (word.Length == 2 || word == "100") && word.All(char.IsAsciiDigit))
        || (IsYear(word) && (year is { } chosen ? word == chosen.ToString(CultureInfo.InvariantCulture) : string.CompareOrdinal(word, FirstYear) >= 0));

    private static bool IsYear(string word) => word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && word.All(char.IsAsciiDigit);

    private static string[] LongestFirst(params string[] phrases) => [.. phrases.OrderByDescending(p => p.Length)];

    [GeneratedRegex(@"^(?:(?:\d{1,2}|[ivx]{1,5}|[a-z]) )+(?=\S{2})|\b(?:chi tieu|nhom|tieu chi|noi dung|chi so)(?: so)? \d{1,2}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbering();

    // "Năm" folds like "nam" (men), so it only goes with its number.
    [GeneratedRegex(@"\bnam hoc 20\d\d(?: 20\d\d)?\b|\b(?:thang|thg|ngay)(?: \d{1,2})+\b|\bnam(?= 20\d\d\b)|(?<=dia ban )(?:phuong|xa|thi tran|quan|huyen)(?: \w+){1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Period();
}
