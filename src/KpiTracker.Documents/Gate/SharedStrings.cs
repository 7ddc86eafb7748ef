using System.Globalization;
using System.Text;

namespace KpiTracker.Documents.Gate;

/// <summary>Reads the table of shared texts, and texts written in place.</summary>
internal static class SharedStrings
{
    public static List<string> Read(PartReader part)
    {
        var strings = new List<string>();
        long characters = 0;
        while (part.NextElement())
        {
            if (part.Name != "si" || part.Depth != 1)
            {
                continue;
            }

            var text = RichText(part);
            characters += text.Length;
            strings.Add(text);
            PartReader.RefuseAbove(characters, GateLimits.Characters);
            PartReader.RefuseAbove(strings.Count, GateLimits.SharedStrings);
        }

        return strings;
    }

    /// <summary>The text of the present <c>si</c> or <c>is</c>: its runs one after the other, without phonetic hints.</summary>
    public static string RichText(PartReader part)
    {
        if (part.IsEmpty)
        {
            return string.Empty;
        }

        var depth = part.Depth;
        string text = string.Empty;
        StringBuilder? runs = null;
        while (part.NextElementWithin(depth))
        {
            if (part.Name == "rPh")
            {
                part.Skip();
            }
            else if (part.Name == "t")
            {
                var run = part.Text();
                if (text.Length == 0 && runs is null)
                {
                    text = run;
                }
                else
                {
                    runs ??= new StringBuilder(text);
                    runs.Append(run);
                    PartReader.RefuseAbove(runs.Length, GateLimits.CellCharacters);
                }
            }
        }

        text = runs?.ToString() ?? text;
        PartReader.RefuseAbove(text.Length, GateLimits.CellCharacters);
        return Unescape(text);
    }

    /// <summary>Excel writes characters that XML cannot hold as <c>_x000D_</c>.</summary>
    internal static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0 && at + 7 <= text.Length)
        {
            if (text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append(text, from, at - from).Append((char)code);
                from = at + 7;
                at = text.IndexOf("_x", from, StringComparison.Ordinal);
            }
            else
            {
                at = text.IndexOf("_x", at + 2, StringComparison.Ordinal);
            }
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }
}
