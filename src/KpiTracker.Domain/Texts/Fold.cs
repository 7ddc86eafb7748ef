using System.Globalization;
using System.Text;

namespace KpiTracker.Domain.Texts;

/// <summary>Brings the many spellings of Vietnamese words to one: case, NFC or NFD, đ, marks and where the tone stands do not matter.</summary>
public static class Fold
{
    // What each letter alone is folded to, once it was asked for: folding stands in the way of every search.
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <summary>Lower case without marks, punctuation kept: <c>(Kỳ báo cáo: tháng 05/2025)</c> → <c>(ky bao cao: thang 05/2025)</c>.</summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return PlainOf(text);
        }

        // Without letters in two halves, a text is folded letter by letter.
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            folded.Append(Known[c] ??= PlainOf(c.ToString()));
        }

        return folded.ToString();
    }

    private static string PlainOf(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Normalised(WithoutRaisedDigits(text), NormalizationForm.FormKD))
        {
            if (c is 'đ' or 'Đ')
            {
                folded.Append('d');
            }
            else if (char.IsWhiteSpace(c))
            {
                folded.Append(' ');
            }
            else if (!IsMark(c) && !IsInvisible(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Only words, one space between: <c>CB, CC, VC</c> → <c>cb cc vc</c>. A percent sign is a word.</summary>
    public static string Words(string text)
    {
        var plain = Plain(text);
        var words = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(c);
            }
            else if (c == '%')
            {
                words.Append(words.Length > 0 && words[^1] != ' ' ? " % " : "% ");
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>Words with their marks, each word's tone moved to its end: Hoà and Hòa are one, Hòa and Hoa are two.</summary>
    public static string Marked(string text)
    {
        var words = new StringBuilder(text.Length);
        var tone = '\0';
        foreach (var c in Normalised(text, NormalizationForm.FormKD))
        {
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                tone = c;
            }
            else if (char.IsLetterOrDigit(c) || IsMark(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) || !IsInvisible(c))
            {
                EndWord(words, ref tone);
            }
        }

        EndWord(words, ref tone);
        return words.ToString().TrimEnd();
    }

    public static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' || char.IsControl(c);

    /// <summary>Compatibility forms brought together; text that Unicode forbids (half a surrogate pair) stays as it is.</summary>
    public static string Normalised(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>A raised digit in a label is a footnote's mark: <c>CBCCVC¹</c>.</summary>
    private static string WithoutRaisedDigits(string text) => text.Any(IsRaisedDigit) ? string.Concat(text.Where(c => !IsRaisedDigit(c))) : text;

    private static bool IsRaisedDigit(char c) => c is '\u00B9' or '\u00B2' or '\u00B3' or (>= '\u2070' and <= '\u2079');

    private static void EndWord(StringBuilder words, ref char tone)
    {
        if (tone != '\0')
        {
            words.Append(tone);
            tone = '\0';
        }

        if (words.Length > 0 && words[^1] != ' ')
        {
            words.Append(' ');
        }
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
