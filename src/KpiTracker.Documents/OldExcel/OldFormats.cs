using System.Globalization;
using System.Xml;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.OldExcel;

/// <summary>The number formats of an old workbook, each once, as the cell styles of the new one.</summary>
internal sealed class OldFormats
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string General = "General";
    private const string Date = "dd/mm/yyyy";
    private const int FirstOwnFormat = 164;

    private readonly List<string> _codes = [General];
    private readonly Dictionary<string, int> _styles = new(StringComparer.Ordinal) { [General] = 0 };

    /// <summary>The style that shows a value in the given format; a date in a format that the gate takes for none is shown as one.</summary>
    public int StyleOf(string? code, bool isDate)
    {
        code = string.IsNullOrEmpty(code) ? General : code;
        if (isDate && NumberShapes.OfCode(code) != NumberShape.Date)
        {
            code = Date;
        }

        if (!_styles.TryGetValue(code, out var style))
        {
            _styles[code] = style = _codes.Count;
            _codes.Add(code);
            PartReader.RefuseAbove(style, GateLimits.Styles);
        }

        return style;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteStartElement("numFmts");
        foreach (var (index, code) in _codes.Index())
        {
            xml.WriteStartElement("numFmt");
            xml.WriteAttributeString("numFmtId", Id(index));
            xml.WriteAttributeString("formatCode", code);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("<fonts count=\"1\"><font><sz val=\"12\"/><name val=\"Times New Roman\"/></font></fonts>");
        xml.WriteRaw("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>");
        xml.WriteRaw("<borders count=\"1\"><border/></borders>");
        xml.WriteStartElement("cellXfs");
        for (var i = 0; i < _codes.Count; i++)
        {
            xml.WriteStartElement("xf");
            xml.WriteAttributeString("numFmtId", i == 0 ? "0" : Id(i));
            xml.WriteAttributeString("fontId", "0");
            xml.WriteAttributeString("fillId", "0");
            xml.WriteAttributeString("borderId", "0");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Id(int index) => (FirstOwnFormat + index).ToString(CultureInfo.InvariantCulture);
}
