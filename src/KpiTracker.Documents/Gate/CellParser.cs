using System.Globalization;

namespace KpiTracker.Documents.Gate;

/// <summary>What a cell's XML says, before it is known what it means.</summary>
internal readonly record struct RawCell(int Row, int Column, string? Type, string? Style, string? Value, bool IsFormula, string? InlineText);

/// <summary>
/// Turns a cell's XML into a typed cell. What no spreadsheet program would write (<c>1,5</c> as a number, a shared text that
/// does not exist) becomes a <see cref="CellKind.Malformed"/> cell with its address, never a blank and never another number.
/// </summary>
internal sealed class CellParser(IReadOnlyList<string> strings, IReadOnlyList<NumberFormat> formats, bool isFrom1904)
{
    private const int LastDay = 2_958_465;
    private const int DaysTo1904 = 1462;

    /// <summary>Digits that a spreadsheet program shows and keeps; what follows is the noise of binary fractions.</summary>
    private const int SignificantDigits = 15;

    /// <returns><c>null</c> for a cell that holds nothing.</returns>
    public Cell? Parse(in RawCell raw) => raw.Type switch
    {
        _ when raw.Value is null && raw.InlineText is null => raw.IsFormula ? Of(raw, CellKind.FormulaWithoutResult, string.Empty) : null,
        not "inlineStr" when raw.Value is null => Of(raw, CellKind.Malformed, raw.InlineText!),
        null or "n" => Number(raw),
        "s" => Shared(raw),
        "str" => OfText(raw, SharedStrings.Unescape(raw.Value ?? string.Empty)),
        "inlineStr" => OfText(raw, raw.InlineText ?? SharedStrings.Unescape(raw.Value!)),
        "b" => Boolean(raw),
        "e" => Of(raw, CellKind.Error, raw.Value!.Trim()),
        "d" => IsoDate(raw),
        _ => Of(raw, CellKind.Malformed, raw.Value ?? raw.InlineText!),
    };

    private static Cell Of(in RawCell raw, CellKind kind, string text) =>
        new(raw.Row, raw.Column, kind, 0, Short(text), raw.IsFormula, NumberShape.General);

    private static string Short(string text)
    {
        PartReader.RefuseAbove(text.Length, GateLimits.CellCharacters);
        return text;
    }

    private static Cell? OfText(in RawCell raw, string text) => text.Length == 0 ? null : Of(raw, CellKind.Text, text);

    private static Cell Boolean(in RawCell raw) => raw.Value!.Trim() switch
    {
        "1" or "true" => Of(raw, CellKind.Boolean, "TRUE"),
        "0" or "false" => Of(raw, CellKind.Boolean, "FALSE"),
        var other => Of(raw, CellKind.Malformed, other),
    };

    private static Cell IsoDate(in RawCell raw) =>
        DateTime.TryParse(raw.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? OfDate(raw, DateOnly.FromDateTime(time))
            : Of(raw, CellKind.Malformed, raw.Value!);

    private static Cell OfDate(in RawCell raw, DateOnly date) =>
        Of(raw, CellKind.Date, date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)) with { Date = date, Shape = NumberShape.Date };

    private Cell? Shared(in RawCell raw) =>
        int.TryParse(raw.Value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? OfText(raw, strings[index])
            : Of(raw, CellKind.Malformed, raw.Value!);

    private Cell? Number(in RawCell raw)
    {
        var text = raw.Value!.Trim();
        if (text.Length == 0)
        {
            return raw.IsFormula ? Of(raw, CellKind.FormulaWithoutResult, string.Empty) : null;
        }

        if (!TryNumber(text, out var number))
        {
            return Of(raw, CellKind.Malformed, text);
        }

        var format = int.TryParse(raw.Style, NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < formats.Count ? formats[style] : new NumberFormat(NumberShape.General, string.Empty);
        return format.Shape == NumberShape.Date
            ? Date(raw, number, text)
            : new Cell(raw.Row, raw.Column, CellKind.Number, number, format.Words, raw.IsFormula, format.Shape);
    }

    private static bool TryNumber(string text, out decimal number)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text.Length <= SignificantDigits)
        {
            return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out number);
        }

        number = 0;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var binary) || !(Math.Abs(binary) < (double)decimal.MaxValue))
        {
            return false;
        }

        number = new decimal(binary);
        return true;
    }

    private Cell Date(in RawCell raw, decimal serial, string text)
    {
        var days = Math.Floor(serial) + (isFrom1904 ? DaysTo1904 : 0);
        if (serial is >= 0 and < 1 && !isFrom1904)
        {
            var minutes = (int)Math.Round(serial * 24 * 60);
            return Of(raw, CellKind.Date, $"{minutes / 60:00}:{minutes % 60:00}") with { Shape = NumberShape.Date };
        }

        // Day 60 is 29 February 1900, which Excel believes in and the calendar does not.
        return days is < 1 or > LastDay or 60
            ? Of(raw, CellKind.Malformed, text)
            : OfDate(raw, new DateOnly(1899, 12, 30).AddDays((int)days + (days < 60 ? 1 : 0)));
    }
}
