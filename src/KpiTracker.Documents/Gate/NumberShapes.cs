using System.Globalization;
using System.Text;

namespace KpiTracker.Documents.Gate;

/// <summary>Reads the number formats of <c>styles.xml</c>: which cell styles show a percentage or a date.</summary>
internal static class NumberShapes
{
    private const int LongestWords = 40;

    /// <returns>The shape of each cell style, by its index.</returns>
    public static List<NumberFormat> Read(PartReader part)
    {
        var custom = new Dictionary<int, NumberFormat>();
        var shapes = new List<NumberFormat>();
        var inCellStyles = false;
        while (part.NextElement())
        {
            switch (part.Name)
            {
                case "numFmt" when Id(part.Attribute("numFmtId")) is { } id:
                    custom[id] = Format(part.Attribute("formatCode") ?? string.Empty);
                    break;
                case "cellXfs":
                    inCellStyles = !part.IsEmpty;
                    break;
                case "xf" when inCellStyles && part.Depth == 2:
                    var format = Id(part.Attribute("numFmtId")) ?? 0;
                    shapes.Add(custom.TryGetValue(format, out var shape) ? shape : new NumberFormat(OfBuiltIn(format), string.Empty));
                    break;
                default:
                    inCellStyles &= part.Depth > 1;
                    break;
            }

            PartReader.RefuseAbove(Math.Max(shapes.Count, custom.Count), GateLimits.Styles);
        }

        return shapes;
    }

    private static NumberFormat Format(string code) => new(OfCode(code), WordsIn(code));

    /// <summary>The words that a format writes behind a number: <c>0" nghìn"</c>.</summary>
    private static string WordsIn(string code)
    {
        var words = new StringBuilder();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    var end = End(code, '"', i);
                    words.Append(code, i + 1, Math.Max(0, Math.Min(end, code.Length) - i - 1));
                    i = end;
                    break;
                case '[':
                    i = End(code, ']', i);
                    break;
                case '\\' when i + 1 < code.Length:
                    words.Append(code[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                default:
                    break;
            }

            if (words.Length > LongestWords)
            {
                return string.Empty;
            }
        }

        return words.ToString().Any(char.IsLetter) ? words.ToString().Trim() : string.Empty;
    }

    internal static NumberShape OfCode(string code)
    {
        var shape = NumberShape.General;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, '"', i);
                    break;
                case '[':
                    var end = End(code, ']', i);

                    // [h]:mm counts hours; colours, conditions and locales are no part of the shape.
                    shape = end - i is 2 or 3 && "hms".Contains(char.ToLowerInvariant(code[i + 1]), StringComparison.Ordinal) ? NumberShape.Date : shape;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    return NumberShape.Percent;
                case ';':
                    return shape;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' or 's' or 'S':
                    shape = NumberShape.Date;
                    break;
                default:
                    break;
            }
        }

        return shape;
    }

    private static int End(string code, char closing, int from)
    {
        var end = code.IndexOf(closing, from + 1);
        return end < 0 ? code.Length : end;
    }

    private static NumberShape OfBuiltIn(int id) => id switch
    {
        9 or 10 => NumberShape.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberShape.Date,
        _ => NumberShape.General,
    };

    private static int? Id(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
