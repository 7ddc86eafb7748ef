using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>Words that make an indicator's name mean something else: a part of its people, those not reached, a plan, an earlier month.</summary>
internal static class LabelQualifiers
{
    /// <summary>Only some of the people: <c>Trong đó: nữ</c>.</summary>
    private static readonly string[] Subsets =
        ["trong do", "nu", "nu gioi", "nam gioi", "dan toc", "thieu so", "dtts", "ngheo", "can ngheo", "khuyet tat", "cao tuoi", "tieu hoc", "mam non", "mau giao", "dang vien", "doan vien", "hoi vien",
         "tu do", "phu huynh", "giao vien", "nghi hoc", "bo hoc", "vi pham", "nuoc ngoai", "ho kinh doanh", "thanh vien", "nghi huu", "ve huu", "huu tri", "khu cong nghiep", "kcn", "thoi viec", "that nghiep", "mu chu"];

    private static readonly string[] Others =
        ["chua", "khong dat", "khong co", "khong biet", "khong phai", "khong thuoc", "giao dich", "ho so", "kham benh", "con lai", "con thieu", "ke hoach", "muc tieu", "phan dau", "duoc giao", "nam truoc", "thang truoc", "ky truoc", "cung ky", "dau ky", "so voi", "tang giam", "chenh lech", "du kien", "uoc",
         "can dat", "phai dat", "dang ky", "cuoi nam", "loai gioi", "loai kha", "loai tot", "xuat sac"];

    /// <param name="words">After <see cref="Fold.Words"/>.</param>
    public static bool NameSubset(string words) => Has(words, Subsets);

    /// <param name="words">After <see cref="Fold.Words"/>.</param>
    /// <param name="known">The indicator's own wording that the label holds: its words do not count.</param>
    public static bool ChangeMeaning(string words, string known = "")
    {
        var rest = known.Length == 0 ? words : words.Replace(known, "|", StringComparison.Ordinal);
        return Has(rest, Subsets) || Has(rest, Others) || $" {rest} ".Replace(" khong gian ", " ", StringComparison.Ordinal).Contains(" khong ", StringComparison.Ordinal);
    }

    private static bool Has(string words, string[] phrases)
    {
        // "Trong độ tuổi" folds like "trong đó".
        var padded = $" {words} ".Replace(" trong do tuoi ", " ", StringComparison.Ordinal);
        return phrases.Any(p => padded.Contains($" {p} ", StringComparison.Ordinal));
    }
}
