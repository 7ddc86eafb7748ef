using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>What a column (or, in a turned table, a row) of figures holds.</summary>
internal enum FigureRole
{
    None,
    Denominator,
    Numerator,

    /// <summary>Only what was reached in the month; for flows.</summary>
    NumeratorInPeriod,

    /// <summary>Lũy kế: all that was reached so far; for stocks and cumulatives.</summary>
    NumeratorToDate,
    Percent,

    /// <summary>Known and not reported: targets, earlier months, "not yet reached", remarks in figures.</summary>
    Ignored,
}

/// <summary>What a column that holds no figures is for.</summary>
internal enum Heading
{
    None,
    Number,
    Name,
    UnitOfMeasure,
    Unit,
    Code,
    Note,
}

/// <summary>The words of table heads, after folding.</summary>
internal static class HeaderWords
{
    private const int LongestHead = 160;

    private static readonly Dictionary<string, Heading> Headings = Table(
        (Heading.Number, "stt|tt|so tt|so thu tu|thu tu|no"),
        (Heading.Name, "ten chi tieu|chi tieu|noi dung|noi dung chi tieu|noi dung bao cao|nhom doi tuong|doi tuong|ten nhom|nhom|chi so|ten chi so|danh muc|noi dung cong viec|chi tieu bao cao|chi tieu danh gia|tieu chi|ten tieu chi|nhom chi tieu|dien giai|hang muc|noi dung thuc hien"),
        (Heading.UnitOfMeasure, "dvt|don vi tinh|dv tinh|d v t|dvi tinh"),
        (Heading.Unit, "don vi|ten don vi|phuong xa|xa phuong|phuong|xa|dia ban|dia phuong|phuong xa thi tran|xa phuong thi tran|ten phuong|ten xa|ten phuong xa|don vi bao cao|don vi thuc hien|ubnd phuong|to dan pho|ten xa phuong"),
        (Heading.Code, "ma|ma chi tieu|ma so|ma don vi|code|ma cs|ma dvhc|ma don vi hanh chinh|ma hanh chinh|ma phuong|ma xa|ma phuong xa|ma xa phuong|ma dia ban|ma dv|ma so don vi"),
        (Heading.Note, "ghi chu|giai trinh|nguyen nhan|danh gia|nhan xet|dien giai them|giai thich|kho khan|ly do|ket qua danh gia"));

    private static readonly string[] IgnoredWords =
        ["chua dat", "khong dat", "con lai", "con thieu", "chua hoan thanh", "chua thuc hien", "muc tieu", "chi tieu giao", "chi tieu duoc giao", "duoc giao", "ke hoach", "ky truoc", "thang truoc",
         "so voi", "tang giam", "cung ky", "chenh lech", "nam truoc", "trong do", "dau ky", "xep hang", "xep loai", "phan dau",
         "uoc dat", "uoc thuc hien", "du kien", "can dat", "phai dat", "dat mot phan", "cuoi nam", "ca nam", "nam sau", "thang sau", "ky sau", "loai gioi", "loai kha", "loai tot", "xuat sac"];

    private static readonly string[] NumeratorWords =
        ["dat", "so dat", "da dat", "da hoan thanh", "hoan thanh", "thuc hien", "da thuc hien", "ket qua", "ket qua thuc hien", "ket qua dat duoc", "tu so", "da duoc", "duoc trang bi", "so luong", "hien co", "da co", "so da", "da tham gia", "da pho cap"];

    private static readonly string[] DenominatorWords = ["tong so", "tong", "mau so", "quy mo", "so doi tuong", "tong doi tuong", "toan bo", "so nguoi thuoc dien", "tong cong", "thuoc dien", "thuoc doi tuong", "ts"];

    /// <summary>The whole, although they hold a word of the part.</summary>
    private static readonly string[] WholeToDo = ["so phai thuc hien", "phai thuc hien", "can thuc hien", "so can thuc hien", "can pho cap", "phai pho cap"];

    private static readonly string[] PercentWords = ["ty le", "ti le", "phan tram", "%", "tl"];
    private static readonly string[] ToDateWords = ["luy ke", "cong don", "den nay", "tinh den"];
    private static readonly string[] InPeriodWords = ["trong thang", "trong ky", "thang nay", "ky nay", "phat sinh", "dat moi", "moi dat", "dat them"];

    private static readonly string[] RoleWords = [.. NumeratorWords, .. DenominatorWords, .. WholeToDo, .. PercentWords, .. ToDateWords, .. InPeriodWords, "tren tong so"];

    private static readonly string[] TotalWords =
        ["tong cong", "cong", "tong", "tong so", "cong tong", "toan quan", "toan huyen", "toan thi xa", "toan thanh pho", "toan khu vuc", "toan dia ban", "toan phuong", "toan xa", "toan tinh", "tong cong toan quan", "tong toan quan", "chung", "tong chung"];

    /// <summary>What "cộng" folds together with: công dân, công chức, công nhân, công nghệ, công an, công đoàn, công tác, công ty.</summary>
    private static readonly string[] OtherThanTotals = ["dan", "chuc", "nhan", "nghe", "an", "doan", "tac", "ty", "trinh"];

    private static readonly string[] BelowWardStarts = ["to dan pho ", "tdp ", "to so ", "thon ", "xom ", "khu pho ", "khu dan cu ", "ap ", "cum dan cu "];

    private static readonly string[] StatisticStarts =
        ["binh quan ", "trung binh ", "cao nhat ", "thap nhat ", "so voi ", "tang giam ", "tang ", "giam ", "chenh lech ", "ke hoach ", "muc tieu ", "chi tieu ", "xep hang ", "cung ky ", "thang truoc ", "ky truoc ", "ty le ", "ti le ", "con lai ", "con thieu "];

    private static readonly string[] FooterStarts =
        ["noi nhan", "tm ", "kt ", "tl ", "tuq ", "chu tich", "pho chu tich", "nguoi lap", "thu truong", "luu ", "ky ten", "nguoi tong hop", "nguoi bao cao", "truong phong", "xac nhan cua", "can bo tong hop", "nguoi ky", "ghi chu "];

    public static Heading HeadingOf(string text) => text.Length <= LongestHead ? Headings.GetValueOrDefault(Fold.Words(text)) : Heading.None;

    /// <param name="isIndicator">The text also names an indicator, whose own words ("được trang bị", "hoàn thành") say nothing about the column.</param>
    public static FigureRole RoleOf(string text, bool isIndicator)
    {
        if (text.Length > LongestHead && !isIndicator)
        {
            return FigureRole.None;
        }

        var words = Fold.Words(text);
        if (isIndicator)
        {
            return RoleBesideIndicator(words);
        }

        // "Trong độ tuổi" folds like "trong đó".
        var padded = $" {words} ".Replace(" trong do tuoi ", " ", StringComparison.Ordinal);
        if (Has(padded, IgnoredWords))
        {
            return FigureRole.Ignored;
        }

        return words switch
        {
            _ when Has(padded, PercentWords) => FigureRole.Percent,
            _ when Has(padded, WholeToDo) || IsPlainWhole(padded) => FigureRole.Denominator,
            _ when Has(padded, InPeriodWords) && !Has(padded, ToDateWords) => FigureRole.NumeratorInPeriod,
            _ when Has(padded, ToDateWords) => FigureRole.NumeratorToDate,
            _ when Has(padded, NumeratorWords) => FigureRole.Numerator,
            _ when Has(padded, DenominatorWords) => FigureRole.Denominator,
            _ => FigureRole.None,
        };
    }

    /// <summary>A whole that says as of when: <c>Tổng số tính đến tháng 5</c>, <c>Tổng số hiện có</c>.</summary>
    private static bool IsPlainWhole(string padded) =>
        padded.StartsWith(" tong so ", StringComparison.Ordinal) && !Has(padded, "dat", "hoan thanh", "thuc hien", "pho cap", "ket qua", "trang bi", "tham gia", "xac nhan", "luy ke", "cong don", "da");

    /// <summary>Whether a text says more than the role that <see cref="RoleOf"/> takes it for, so that it may be another: <c>Tổng số kiểm tra</c>.</summary>
    /// <param name="year">The chosen month's.</param>
    public static bool IsRoleDoubtful(string text, int year) => LabelRest.IsBesideRole(Fold.Words(text), RoleWords, year);

    /// <param name="isUnitRow">Rows name units, so that whatever begins with "tổng" is a total; else it may be an indicator's "tổng số …".</param>
    public static bool IsTotal(string text, bool isUnitRow) =>
        Fold.Words(text) is var words && (TotalWords.Contains(words) || IsPartialTotal(words) || (isUnitRow && words.StartsWith("tong ", StringComparison.Ordinal)));

    /// <summary>The total of the whole table, not of a part of it (<c>Cộng cụm 1</c>).</summary>
    public static bool IsWholeTotal(string text) =>
        Fold.Words(text) is var words && (TotalWords.Contains(words) || words.StartsWith("tong cong toan ", StringComparison.Ordinal) || words.StartsWith("tong so toan ", StringComparison.Ordinal) || words.StartsWith("cong toan ", StringComparison.Ordinal));

    /// <summary>Whether a total that no part stands beside is the whole table's: <c>Tổng 8 phường</c>.</summary>
    public static bool MayBeWholeTotal(string text) => Fold.Words(text).StartsWith("tong ", StringComparison.Ordinal);

    /// <summary>A neighbourhood below a ward: <c>Tổ dân phố số 1</c>, <c>Thôn Đoài</c>.</summary>
    public static bool IsBelowWard(string text) => Fold.Words(text) is var words && BelowWardStarts.Any(s => words.StartsWith(s, StringComparison.Ordinal));

    /// <summary>A row of a table of units that is no unit's: an average, the highest, a comparison, a target.</summary>
    public static bool IsStatistic(string text) => Fold.Words(text) + " " is var words && StatisticStarts.Any(s => words.StartsWith(s, StringComparison.Ordinal));

    /// <summary>A column that says no more than that figures stand in it; the rows then say which.</summary>
    public static bool IsBareFigures(string text) => Fold.Words(text) is "so lieu" or "gia tri" or "so lieu bao cao" or "so";

    public static bool IsFooter(string text)
    {
        var words = Fold.Words(text) + " ";
        return FooterStarts.Any(f => words.StartsWith(f, StringComparison.Ordinal)) || (words.Contains("ngay ", StringComparison.Ordinal) && words.Contains(" thang ", StringComparison.Ordinal) && words.Length < 60);
    }

    /// <summary>A cell of the row that numbers the columns: <c>1</c>, <c>(2)</c>, <c>A</c>, <c>5=4/3</c>.</summary>
    public static bool IsColumnNumber(string text)
    {
        var bare = text.Trim().Trim('(', ')', '[', ']').Trim();
        return bare.Length == 1
            ? char.IsAsciiLetterOrDigit(bare[0])
            : bare.Length is > 1 and <= 20 && char.IsAsciiDigit(bare[0]) && bare.All(c => char.IsAsciiDigit(c) || "=/:*x%()+-,. ".Contains(c, StringComparison.Ordinal)) && (bare.Length <= 2 || bare.Contains('=', StringComparison.Ordinal));
    }

    private static bool IsPartialTotal(string words) =>
        words.StartsWith("cong ", StringComparison.Ordinal) && !OtherThanTotals.Contains(words.Split(' ')[1]);

    private static FigureRole RoleBesideIndicator(string words) => words switch
    {
        _ when words.StartsWith("ty le", StringComparison.Ordinal) || words.StartsWith("ti le", StringComparison.Ordinal) || words.Contains('%', StringComparison.Ordinal) => FigureRole.Percent,
        _ when words.Contains("chua dat", StringComparison.Ordinal) || words.EndsWith(" khong dat", StringComparison.Ordinal) => FigureRole.Ignored,
        _ when words.EndsWith(" dat", StringComparison.Ordinal) || words.EndsWith(" hoan thanh", StringComparison.Ordinal) || words.StartsWith("so dat", StringComparison.Ordinal)
            || words.EndsWith(" duoc trang bi", StringComparison.Ordinal) || words.StartsWith("so da ", StringComparison.Ordinal) || words.StartsWith("dat ", StringComparison.Ordinal) => FigureRole.Numerator,
        _ when words.StartsWith("tong so ", StringComparison.Ordinal) || words.StartsWith("tong ", StringComparison.Ordinal) || words.EndsWith(" tong so", StringComparison.Ordinal) => FigureRole.Denominator,
        _ => FigureRole.None,
    };

    private static bool Has(string padded, params string[] phrases) => phrases.Any(p => padded.Contains($" {p} ", StringComparison.Ordinal));

    private static Dictionary<string, Heading> Table(params (Heading Heading, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split('|').Select(w => (w, r.Heading))).ToDictionary(r => r.w, r => r.Heading);
}
