using System.Globalization;
using System.Text;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>Reads a cell as a count or as a percentage, as officers write them. What is doubtful is marked, what is no number says so; nothing becomes zero.</summary>
internal static class NumberReading
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int LongestNumber = 25;

    /// <summary>After folding. Missing is not zero: <c>0</c> is not among them.</summary>
    private static readonly HashSet<string> MissingWords =
    [
        "", "x", "chua", "chua co", "chua co so lieu", "chua co so", "chua bao cao", "chua thong ke", "chua tong hop", "chua cap nhat", "chua xac dinh",
        "khong co so lieu", "khong bao cao", "khong phat sinh", "chua phat sinh", "k phat sinh", "dang cap nhat", "dang tong hop", "n a", "na", "nil",
    ];

    private static readonly string[] Units =
        ["phan tram", "luot nguoi", "nguoi dan", "nguoi", "luot", "to", "hoc sinh", "hs", "can bo", "cb", "ho gia dinh", "ho", "xa", "phuong", "tai khoan", "dai su", "doanh nghiep"];

    /// <param name="cell"><c>null</c> where the sheet holds nothing.</param>
    /// <param name="indicator">Of a count: a unit of measure behind it (<c>7.689 hộ</c>) must be the indicator's.</param>
    public static ReportFigure Read(Cell? cell, CellRef at, bool isPercent, Indicator? indicator = null)
    {
        if (cell is null)
        {
            return new ReportFigure(at, string.Empty, null, FigureReading.Missing);
        }

        return cell.Kind switch
        {
            CellKind.Number => Typed(cell, at, isPercent, indicator),
            CellKind.Text => InText(cell, at, isPercent, indicator),
            CellKind.Error => new ReportFigure(at, cell.Text, null, FigureReading.ErrorValue, cell.IsFormula),
            CellKind.FormulaWithoutResult => new ReportFigure(at, CellText.Of(cell), null, FigureReading.FormulaWithoutResult, true),
            _ => new ReportFigure(at, CellText.Of(cell), null, FigureReading.Unreadable, cell.IsFormula),
        };
    }

    /// <summary>Whether a cell holds a figure, or what was meant as one: an error value, a formula without a result, a date.</summary>
    public static bool IsNumberLike(Cell cell) => cell.Kind switch
    {
        CellKind.Text => Parse(cell.Text, true) is not null,
        CellKind.Boolean => false,
        _ => true,
    };

    /// <summary>Whether a text stands for "nothing reported".</summary>
    public static bool IsMissing(string text) => MissingWords.Contains(Fold.Words(text)) && !text.Contains('%', StringComparison.Ordinal);

    /// <summary>Reads a number written as text; <c>null</c> when it is none.</summary>
    public static (decimal Value, FigureReading Reading)? Parse(string text, bool isPercent)
    {
        // A raised or encircled digit is a footnote's mark: 769¹ is not 7691. A struck-out one holds no more.
        if (text.Any(c => c == SharedStrings.StruckOut || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber))
        {
            return null;
        }

        var number = Bare(text, out var hasPercentSign);
        if (number.Length is 0 or > LongestNumber || (hasPercentSign && !isPercent))
        {
            return null;
        }

        return WithoutSpaces(number) is { } digits ? Separated(digits, isPercent) : null;
    }

    private static ReportFigure Typed(Cell cell, CellRef at, bool isPercent, Indicator? indicator)
    {
        var written = CellText.Of(cell);
        if (indicator is not null && !isPercent && !Measures.IsShownWith(cell.Text, indicator))
        {
            return new ReportFigure(at, written, null, FigureReading.Unreadable, cell.IsFormula);
        }

        if (cell.Shape != NumberShape.Percent)
        {
            // 0,855 in a percentage column without a % format may be 85,5 % unformatted: the reader is told how it was taken.
            var doubtful = isPercent && cell.Number is > 0 and <= 1;
            return new ReportFigure(at, written, cell.Number, doubtful ? FigureReading.Ambiguous : FigureReading.Number, cell.IsFormula);
        }

        return isPercent
            ? new ReportFigure(at, written, cell.Number * 100, FigureReading.Number, cell.IsFormula)
            : new ReportFigure(at, written, null, FigureReading.Unreadable, cell.IsFormula);
    }

    private static ReportFigure InText(Cell cell, CellRef at, bool isPercent, Indicator? indicator)
    {
        var written = cell.Text.Trim();
        if (DeceptiveText.IsIn(written))
        {
            return new ReportFigure(at, written, null, FigureReading.Unreadable, cell.IsFormula);
        }

        if (IsMissing(written))
        {
            return new ReportFigure(at, written, null, FigureReading.Missing, cell.IsFormula);
        }

        return Parse(written, isPercent) is { } number && (indicator is null || MeasureIn(written) is not { } measure || Measures.Of(measure) != Measured.Things || Measures.IsOwn(measure, indicator))
            ? new ReportFigure(at, written, number.Value, number.Reading, cell.IsFormula)
            : new ReportFigure(at, written, null, FigureReading.Unreadable, cell.IsFormula);
    }

    /// <summary>The unit of measure written behind a number; <c>null</c> for none.</summary>
    private static string? MeasureIn(string text)
    {
        var words = Fold.Plain(text).Trim();
        return Array.Find(Units, unit => words.EndsWith(unit, StringComparison.Ordinal) && words.Length > unit.Length && !char.IsLetter(words[^(unit.Length + 1)]));
    }

    private static string Bare(string text, out bool hasPercentSign)
    {
        var bare = Fold.Plain(Fold.Normalised(text, NormalizationForm.FormKC)).Replace('\u2212', '-').Trim().TrimStart('\'');
        hasPercentSign = bare.EndsWith('%');
        if (hasPercentSign)
        {
            return bare[..^1].TrimEnd();
        }

        var measure = MeasureIn(bare);
        hasPercentSign = measure == "phan tram";
        return measure is null ? bare : bare[..^measure.Length].TrimEnd();
    }

    /// <summary>Spaces may only stand where thousands part; <c>12 34</c> is two numbers.</summary>
    private static string? WithoutSpaces(string number)
    {
        var unsigned = number.TrimStart('-', '+').TrimStart();
        var sign = number.StartsWith('-') ? "-" : string.Empty;
        if (number.Count(c => c is '-' or '+') > 1 || unsigned.Length == 0 || !char.IsDigit(unsigned[0]))
        {
            return null;
        }

        var groups = unsigned.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var whole = groups[^1].Split('.', ',')[0];
        var isGrouped = groups.Length == 1
            || (groups[0].Length <= 3 && whole.Length == 3 && groups[1..^1].All(g => g.Length == 3) && groups[..^1].All(g => g.All(char.IsAsciiDigit)));
        return isGrouped ? sign + string.Concat(groups) : null;
    }

    private static (decimal Value, FigureReading Reading)? Separated(string number, bool isPercent)
    {
        var separators = number.Count(c => c is '.' or ',');
        if (separators == 0)
        {
            return Value(number, FigureReading.NumberInText);
        }

        var last = number.LastIndexOfAny(['.', ',']);
        var other = number[last] == '.' ? ',' : '.';
        var after = number.Length - last - 1;
        if (separators == 1)
        {
            return OneSeparator(number, last, after, isPercent);
        }

        if (!number.Contains(other, StringComparison.Ordinal))
        {
            return AreThousands(number, number[last]) ? Value(Without(number, number[last]), FigureReading.NumberInText) : null;
        }

        // Both kinds: the last is the decimal one and stands once, the other parts thousands.
        var wholePart = number[..last];
        return after > 0 && !wholePart.Contains(number[last], StringComparison.Ordinal) && AreThousands(wholePart, other)
            ? Value($"{Without(wholePart, other)}.{number[(last + 1)..]}", FigureReading.NumberInText)
            : null;
    }

    private static (decimal Value, FigureReading Reading)? OneSeparator(string number, int at, int after, bool isPercent)
    {
        var whole = number[..at].TrimStart('-');
        var asDecimal = $"{number[..at]}.{number[(at + 1)..]}";
        if (after == 0)
        {
            return null;
        }

        if (after != 3 || whole.Length > 3 || whole[0] == '0')
        {
            var doubtful = isPercent && whole == "0";
            return Value(asDecimal, doubtful ? FigureReading.Ambiguous : FigureReading.NumberInText);
        }

        return Value(isPercent ? asDecimal : Without(number, number[at]), FigureReading.Ambiguous);
    }

    private static bool AreThousands(string number, char separator)
    {
        var groups = number.TrimStart('-').Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups[0].All(char.IsAsciiDigit) && groups[1..].All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
    }

    private static string Without(string number, char separator) => number.Replace(separator.ToString(), string.Empty, StringComparison.Ordinal);

    private static (decimal Value, FigureReading Reading)? Value(string digits, FigureReading reading) =>
        decimal.TryParse(digits, Plain, CultureInfo.InvariantCulture, out var value) ? (value, reading) : null;
}
