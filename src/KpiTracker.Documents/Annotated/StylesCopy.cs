using System.Globalization;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <summary>Copies <c>styles.xml</c> and adds to its collections; nothing in it is changed.</summary>
internal sealed class StylesCopy(MarkedStyles styles) : PartCopy
{
    /// <summary>Nodes of one cell style: its alignment and protection are two.</summary>
    private const int NodesOfStyle = 64;

    private static readonly string[] Order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private readonly Dictionary<int, List<CopiedElement>> _wanted = styles.Marked.Select(m => m.Style).Distinct().ToDictionary(s => s, _ => new List<CopiedElement>());
    private readonly HashSet<string> _written = [];
    private List<CopiedElement>? _copying;
    private bool _isInStyles;
    private int _style = -1;

    /// <summary>A workbook without styles is given this to copy.</summary>
    public static string Empty(PackageNames names) => $"<styleSheet xmlns=\"{names.Main}\"/>";

    public static StyleCounts Count(PartReader part)
    {
        int? fonts = null, fills = null, borders = null, cells = null;
        var inside = string.Empty;
        while (part.NextElement())
        {
            if (part.Depth == 1)
            {
                inside = part.Name;
                fonts ??= inside == "fonts" ? 0 : null;
                fills ??= inside == "fills" ? 0 : null;
                borders ??= inside == "borders" ? 0 : null;
                cells ??= inside == "cellXfs" ? 0 : null;
            }
            else if (part.Depth == 2)
            {
                fonts += inside == "fonts" ? 1 : 0;
                fills += inside == "fills" ? 1 : 0;
                borders += inside == "borders" ? 1 : 0;
                cells += inside == "cellXfs" ? 1 : 0;
            }
        }

        return new StyleCounts(fonts, fills, borders, cells);
    }

    protected override void StartElement()
    {
        if (Source.Depth == 1)
        {
            WriteMissing(before: Source.LocalName);
            _isInStyles = Source.LocalName == "cellXfs";
            if (CountOf(Source.LocalName) is { } count)
            {
                CopyStart(("count", Text(count)));
                return;
            }
        }

        if (_isInStyles && Source.Depth == 2)
        {
            _copying = _wanted.GetValueOrDefault(++_style);
        }

        if (_copying is not null && Source.Depth >= 2)
        {
            _copying.Add(CopiedElement.Of(Source));
            PartReader.RefuseAbove(_copying.Count, NodesOfStyle);
        }

        CopyStart();
    }

    protected override void EndElement(string name, int depth)
    {
        switch (depth)
        {
            case 0:
                WriteMissing(before: null);
                break;
            case 1 when _written.Add(name):
                WriteAdded(name);
                break;
            case 2:
                _copying = null;
                break;
            default:
                break;
        }
    }

    private int? CountOf(string collection) => collection switch
    {
        "fonts" => styles.FirstFont + MarkedStyles.Fonts,
        "fills" => styles.FirstFill + MarkedStyles.Fills,
        "borders" => styles.FirstBorder + MarkedStyles.Borders,
        "cellXfs" => styles.FirstStyle + Enum.GetValues<ListStyle>().Length + styles.Marked.Count,
        _ => null,
    };

    /// <summary>The collections have a fixed order; one that the workbook lacks is written where it belongs.</summary>
    private void WriteMissing(string? before)
    {
        var existing = styles.Existing;
        var end = before is null ? Order.Length : Array.IndexOf(Order, before);
        foreach (var (name, count) in new[] { ("fonts", existing.Fonts), ("fills", existing.Fills), ("borders", existing.Borders), ("cellXfs", existing.CellStyles) })
        {
            if (count is null && Array.IndexOf(Order, name) < end && _written.Add(name))
            {
                Start(name);
                Target.WriteAttributeString("count", Text(CountOf(name)!.Value));
                WriteFirst(name);
                WriteAdded(name);
                Target.WriteEndElement();
            }
        }
    }

    /// <summary>What a collection of one's own begins with.</summary>
    private void WriteFirst(string name)
    {
        switch (name)
        {
            case "fills":
                Fill("none", null);
                Fill("gray125", null);
                break;
            case "borders":
                Add("border");
                break;
            case "cellXfs":
                Add("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"));
                break;
            default:
                break;
        }
    }

    private void WriteAdded(string name)
    {
        switch (name)
        {
            case "fonts":
                Font(12, isBold: false, "FF1B2733");
                Font(14, isBold: true, "FF12436D");
                Font(12, isBold: true, "FFFFFFFF");
                Font(12, isBold: false, "FF0B5394", isLink: true);
                break;
            case "fills":
                foreach (var severity in Enum.GetValues<Severity>())
                {
                    Fill("solid", MarkColour.Of(severity));
                }

                Fill("solid", "FF12436D");
                break;
            case "borders":
                Border();
                break;
            case "cellXfs":
                WriteListStyles();
                WriteMarkedStyles();
                break;
            default:
                break;
        }
    }

    private void WriteListStyles()
    {
        ListXf(font: 1, fill: null, isBordered: false, "left", wraps: false);
        ListXf(font: 0, fill: null, isBordered: false, "left", wraps: true);
        ListXf(font: 2, fill: 3, isBordered: true, "center", wraps: true);
        ListXf(font: 0, fill: null, isBordered: true, "left", wraps: true);
        ListXf(font: 0, fill: null, isBordered: true, "center", wraps: true);
        ListXf(font: 3, fill: null, isBordered: true, "center", wraps: true);
        foreach (var severity in Enum.GetValues<Severity>())
        {
            ListXf(font: 0, fill: (int)severity, isBordered: true, "center", wraps: true);
        }
    }

    private void ListXf(int font, int? fill, bool isBordered, string alignment, bool wraps)
    {
        Start("xf");
        Target.WriteAttributeString("numFmtId", "0");
        Target.WriteAttributeString("fontId", Text(styles.FirstFont + font));
        Target.WriteAttributeString("fillId", Text(fill is { } own ? styles.FirstFill + own : 0));
        Target.WriteAttributeString("borderId", Text(isBordered ? styles.FirstBorder : 0));
        Target.WriteAttributeString("applyFont", "1");
        Target.WriteAttributeString("applyFill", "1");
        Target.WriteAttributeString("applyBorder", "1");
        Target.WriteAttributeString("applyAlignment", "1");
        Add("alignment", ("horizontal", alignment), ("vertical", "top"), ("wrapText", wraps ? "1" : "0"));
        Target.WriteEndElement();
    }

    private void WriteMarkedStyles()
    {
        foreach (var (style, severity) in styles.Marked)
        {
            var fill = Text(styles.FirstFill + (int)severity);
            if (_wanted[style] is { Count: > 0 } elements)
            {
                CopiedElement.Write(elements, Target, ("fillId", fill), ("applyFill", "1"));
            }
            else
            {
                Add("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", fill), ("borderId", "0"), ("applyFill", "1"));
            }
        }
    }

    private void Font(int size, bool isBold, string colour, bool isLink = false)
    {
        Start("font");
        if (isBold)
        {
            Add("b");
        }

        if (isLink)
        {
            Add("u");
        }

        Add("sz", ("val", Text(size)));
        Add("color", ("rgb", colour));
        Add("name", ("val", "Times New Roman"));
        Add("family", ("val", "1"));
        Target.WriteEndElement();
    }

    private void Fill(string pattern, string? colour)
    {
        Start("fill");
        Start("patternFill");
        Target.WriteAttributeString("patternType", pattern);
        if (colour is not null)
        {
            Add("fgColor", ("rgb", colour));
            Add("bgColor", ("indexed", "64"));
        }

        Target.WriteEndElement();
        Target.WriteEndElement();
    }

    private void Border()
    {
        Start("border");
        foreach (var side in new[] { "left", "right", "top", "bottom" })
        {
            Start(side);
            Target.WriteAttributeString("style", "thin");
            Add("color", ("rgb", "FF75818D"));
            Target.WriteEndElement();
        }

        Target.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
