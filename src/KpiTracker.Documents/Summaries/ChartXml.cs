using System.Globalization;
using System.Xml.Linq;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>
/// The chart as the file format has it: two series of columns, the value and its target, over the cells of the table beside it.
/// Every series says its fill: without one, LibreOffice draws nothing.
/// </summary>
internal static class ChartXml
{
    private const string ValueFill = "1D5A96";
    private const string TargetFill = "C9CED4";
    private const string Line = "3A3F45";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    public static XElement Chart(ChartPlace place) => new(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C),
        new XAttribute(XNamespace.Xmlns + "a", A),
        Value("roundedCorners", "0"),
        new XElement(
            C + "chart",
            new XElement(C + "title", new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), Text(place.Chart.Title, 1200, true))), Value("overlay", "0")),
            Value("autoTitleDeleted", "0"),
            new XElement(C + "plotArea", new XElement(C + "layout"), Bars(place), CategoryAxis(), ValueAxis()),
            new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", "0")),
            Value("plotVisOnly", "1"),
            Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", Fill("FFFFFF"), new XElement(A + "ln", Fill(TargetFill))));

    public static XElement Drawing(ChartPlace place, string chartId) => new(
        Xdr + "wsDr",
        new XAttribute(XNamespace.Xmlns + "xdr", Xdr),
        new XAttribute(XNamespace.Xmlns + "a", A),
        new XElement(
            Xdr + "twoCellAnchor",
            Corner("from", place.LeftColumn, place.TopRow - 1),
            Corner("to", place.LeftColumn + place.Columns, place.TopRow - 1 + place.Rows),
            new XElement(
                Xdr + "graphicFrame",
                new XAttribute("macro", ""),
                new XElement(
                    Xdr + "nvGraphicFramePr",
                    new XElement(Xdr + "cNvPr", new XAttribute("id", 2), new XAttribute("name", place.Chart.Title), new XAttribute("descr", Description(place.Chart))),
                    new XElement(Xdr + "cNvGraphicFramePr")),
                new XElement(
                    Xdr + "xfrm",
                    new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                    new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                new XElement(
                    A + "graphic",
                    new XElement(
                        A + "graphicData",
                        new XAttribute("uri", C.NamespaceName),
                        new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", R), new XAttribute(R + "id", chartId))))),
            new XElement(Xdr + "clientData")));

    private static XElement Bars(ChartPlace place) => new(
        C + "barChart",
        Value("barDir", "col"),
        Value("grouping", "clustered"),
        Value("varyColors", "0"),
        Series(place, 0, ValueFill),
        Series(place, 1, TargetFill),
        Value("gapWidth", "70"),
        Value("overlap", "-5"),
        Value("axId", "1"),
        Value("axId", "2"));

    private static XElement Series(ChartPlace place, int index, string fill)
    {
        var column = index + 1;
        var rows = place.Chart.Data.Rows;
        return new XElement(
            C + "ser",
            Value("idx", Invariant(index)),
            Value("order", Invariant(index)),
            new XElement(C + "tx", Strings(Cells(place, column, place.HeadRow, place.HeadRow), [place.Chart.Data.Columns[column].Head])),
            new XElement(C + "spPr", Fill(fill), new XElement(A + "ln", new XAttribute("w", 6350), Fill(Line))),
            Value("invertIfNegative", "0"),
            new XElement(
                C + "dLbls",
                new XElement(C + "numFmt", new XAttribute("formatCode", "0.0%"), new XAttribute("sourceLinked", "0")),
                new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
                Value("dLblPos", "outEnd"),
                Value("showLegendKey", "0"),
                Value("showVal", "1"),
                Value("showCatName", "0"),
                Value("showSerName", "0"),
                Value("showPercent", "0"),
                Value("showBubbleSize", "0")),
            new XElement(C + "cat", Strings(Figures(place, 0), [.. rows.Select(row => row.Cells[0].Shown)])),
            new XElement(C + "val", Numbers(Figures(place, column), [.. rows.Select(row => (row.Cells[column] as SummaryCell.Percentage)?.ShownValue)])));
    }

    private static XElement Strings(string cells, IReadOnlyList<string> values) => new(
        C + "strRef",
        new XElement(C + "f", cells),
        new XElement(C + "strCache", Value("ptCount", Invariant(values.Count)), values.Select((value, index) => Point(index, value))));

    private static XElement Numbers(string cells, IReadOnlyList<decimal?> percents) => new(
        C + "numRef",
        new XElement(C + "f", cells),
        new XElement(
            C + "numCache",
            new XElement(C + "formatCode", "0.0%"),
            Value("ptCount", Invariant(percents.Count)),
            percents.Select((percent, index) => percent is { } value ? Point(index, (value / 100).ToString(CultureInfo.InvariantCulture)) : null)));

    private static XElement CategoryAxis() => new(
        C + "catAx",
        Value("axId", "1"),
        new XElement(C + "scaling", Value("orientation", "minMax")),
        Value("delete", "0"),
        Value("axPos", "b"),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        Value("crossAx", "2"),
        Value("crosses", "autoZero"));

    /// <summary>From nought: a bar that begins elsewhere lies about its length. Over 100% is shown, not clipped.</summary>
    private static XElement ValueAxis() => new(
        C + "valAx",
        Value("axId", "2"),
        new XElement(C + "scaling", Value("orientation", "minMax"), Value("min", "0")),
        Value("delete", "0"),
        Value("axPos", "l"),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", Fill(TargetFill)))),
        new XElement(C + "numFmt", new XAttribute("formatCode", "0%"), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "out"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        Value("crossAx", "1"),
        Value("crosses", "autoZero"));

    private static XElement Text(string text, int size, bool isBold) => new(
        A + "p",
        new XElement(A + "pPr", new XElement(A + "defRPr")),
        new XElement(A + "r", new XElement(A + "rPr", new XAttribute("sz", size), new XAttribute("b", isBold ? 1 : 0)), new XElement(A + "t", text)));

    private static XElement Corner(string name, int column, int row) => new(
        Xdr + name,
        new XElement(Xdr + "col", column),
        new XElement(Xdr + "colOff", 0),
        new XElement(Xdr + "row", row),
        new XElement(Xdr + "rowOff", 0));

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Point(int index, string value) => new(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value));

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Figures(ChartPlace place, int column) => Cells(place, column, place.HeadRow + 1, place.HeadRow + place.Chart.Data.Rows.Count);

    private static string Cells(ChartPlace place, int column, int firstRow, int lastRow)
    {
        var letter = (char)('A' + column);
        var first = string.Create(CultureInfo.InvariantCulture, $"${letter}${firstRow}");
        var last = string.Create(CultureInfo.InvariantCulture, $"${letter}${lastRow}");
        return $"'{place.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{(firstRow == lastRow ? first : $"{first}:{last}")}";
    }

    /// <summary>The chart in words, for those who do not see it.</summary>
    private static string Description(SummaryBlock.Chart chart) => string.Join("; ", chart.Data.Rows.Select(row => string.Join(" – ", row.Cells.Select(cell => cell.Shown))));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
