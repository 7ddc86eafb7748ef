using System.Globalization;
using System.Text;

namespace KpiTracker.Documents.Gate;

/// <summary>Reads the table of shared texts, and texts written in place.</summary>
internal static class SharedStrings
{
    /// <summary>Follows each character that the workbook shows struck out.</summary>
    internal const char StruckOut = '\u0336';
    private const string RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

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

    /// <summary>
    /// The text of the present <c>si</c> or <c>is</c>: its runs one after the other, without phonetic hints. Struck-out characters stay struck out and
    /// raised digits raised, so that neither is taken for part of a number.
    /// </summary>
    public static string RichText(PartReader part)
    {
        if (part.IsEmpty)
        {
            return string.Empty;
        }

        var depth = part.Depth;
        string? text = null;
        StringBuilder? runs = null;
        var look = RunLook.Plain;
        while (part.NextElementWithin(depth))
        {
            switch (part.Name)
            {
                case "r" when part.Depth == depth + 1:
                    look = RunLook.Plain;
                    break;
                case "rPr" when part.Depth == depth + 2:
                    break;
                case "strike" when part.Depth == depth + 3 && part.Attribute("val") is not ("0" or "false"):
                    look = RunLook.Struck;
                    break;
                case "vertAlign" when part.Depth == depth + 3 && part.Attribute("val") is "superscript" or "subscript" && look == RunLook.Plain:
                    look = RunLook.Raised;
                    break;
                case "t" when part.Depth <= depth + 2:
                    var run = Shown(part.Text(), look);
                    if (text is null)
                    {
                        text = run;
                    }
                    else
                    {
                        runs ??= new StringBuilder(text);
                        runs.Append(run);
                        PartReader.RefuseAbove(runs.Length, GateLimits.CellCharacters);
                    }

                    break;
                default:
                    if (part.Depth <= depth + 2)
                    {
                        part.Skip();
                    }

                    break;
            }
        }

        text = runs?.ToString() ?? text ?? string.Empty;
        PartReader.RefuseAbove(text.Length, GateLimits.CellCharacters);
        return Unescape(text);
    }

    private enum RunLook
    {
        Plain,
        Struck,
        Raised,
    }

    private static string Shown(string run, RunLook look) => look switch
    {
        RunLook.Struck => string.Concat(run.Select(c => char.IsWhiteSpace(c) ? c.ToString() : $"{c}{StruckOut}")),
        RunLook.Raised => string.Concat(run.Select(c => char.IsAsciiDigit(c) ? RaisedDigits[c - '0'] : c)),
        _ => run,
    };

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
