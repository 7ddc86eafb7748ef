using System.Globalization;

namespace KpiTracker.Documents.Gate;

/// <summary>Between <c>D9</c> and (9, 4).</summary>
internal static class CellAddress
{
    /// <returns><c>false</c> for anything but letters and digits inside the sheet's bounds.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        row = column = 0;
        var at = 0;
        while (at < text.Length && char.IsAsciiLetter(text[at]) && at < 4)
        {
            column = (column * 26) + (text[at] | 0x20) - 'a' + 1;
            at++;
        }

        return at is > 0 and < 4
            && column <= GateLimits.Columns
            && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is >= 1 and <= GateLimits.Rows;
    }

    /// <summary>Reads <c>A1:C3</c> or <c>A1</c>, with or without <c>$</c>.</summary>
    public static bool TryParseRange(string text, out CellRange range)
    {
        range = default;
        var plain = text.Replace("$", string.Empty, StringComparison.Ordinal).AsSpan();
        var colon = plain.IndexOf(':');
        var start = colon < 0 ? plain : plain[..colon];
        var end = colon < 0 ? plain : plain[(colon + 1)..];
        if (!TryParse(start, out var top, out var left) || !TryParse(end, out var bottom, out var right) || bottom < top || right < left)
        {
            return false;
        }

        range = new CellRange(top, left, bottom, right);
        return true;
    }

    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Column(int column)
    {
        Span<char> letters = stackalloc char[3];
        var at = letters.Length;
        while (column > 0)
        {
            column--;
            letters[--at] = (char)('A' + (column % 26));
            column /= 26;
        }

        return new string(letters[at..]);
    }
}
