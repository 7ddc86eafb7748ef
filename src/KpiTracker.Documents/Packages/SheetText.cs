using System.Globalization;
using System.Text;
using System.Xml;

namespace KpiTracker.Documents.Packages;

/// <summary>Text on its way into a workbook's XML.</summary>
internal static class SheetText
{
    /// <summary>As Excel writes it: what XML cannot hold, and what would be taken for such, becomes <c>_x000B_</c>. <c>SharedStrings.Unescape</c> undoes it.</summary>
    public static string Escape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                plain.Append(c).Append(text[++i]);
            }
            else if ((c == '_' && i + 1 < text.Length && text[i + 1] == 'x') || c == '\r' || !XmlConvert.IsXmlChar(c))
            {
                plain.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
