using System.Globalization;
using System.Xml;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <summary>Writes the sheet that lists the findings. Every cell is a text or a number of ours: nothing that the sender wrote can become a formula.</summary>
/// <param name="places">The sheets that exist, by name: only to them do links lead.</param>
/// <param name="remarks">Further sentences under the title.</param>
internal sealed class FindingSheet(
    XmlWriter xml,
    PackageNames names,
    MarkedStyles styles,
    AnnotationTexts texts,
    AnnotationRequest request,
    IReadOnlySet<string> places,
    IReadOnlyList<string> remarks)
{
    private static readonly (string Key, int Width)[] Columns =
        [("Column.Number", 6), ("Column.Severity", 11), ("Column.Code", 8), ("Column.Sheet", 20), ("Column.Cell", 9), ("Column.Message", 62), ("Column.Mend", 52)];

    private const int CellColumn = 5;

    /// <summary>About as many fit over the list's whole width.</summary>
    private const int CharactersInLine = 150;

    private const int PointsOfLine = 17;

    /// <summary>The tallest that a row can be.</summary>
    private const int MostPoints = 409;

    private const int LongestText = 2_000;

    private readonly List<(string Cell, string Target)> _links = [];
    private int _row;

    public void Write()
    {
        var head = remarks.Count + 4;
        xml.WriteStartElement("worksheet", names.Main);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"><pane ySplit=\"{head}\" topLeftCell=\"A{head + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"));
        xml.WriteRaw("<sheetFormatPr defaultRowHeight=\"15.75\"/>");
        WriteColumns();
        xml.WriteStartElement("sheetData");
        WriteHead();
        foreach (var (index, note) in request.Notes.Index())
        {
            WriteNote(index + 1, note);
        }

        xml.WriteEndElement();
        WriteMerges(head - 1);
        WriteLinks();
        xml.WriteRaw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>");
        xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        xml.WriteStartElement("cols");
        foreach (var (index, (_, width)) in Columns.Index())
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{width}\" customWidth=\"1\"/>"));
        }

        xml.WriteEndElement();
    }

    private void WriteHead()
    {
        Line(ListStyle.Title, texts["Title"]);
        Line(ListStyle.Lead, request.Found == 0
            ? texts.Print("Lead.None", request.FileName)
            : texts.Print("Lead", request.FileName, CountOf(Severity.Error), CountOf(Severity.Question), CountOf(Severity.Warning)));
        Line(ListStyle.Lead, texts["HowTo"]);
        foreach (var remark in remarks)
        {
            Line(ListStyle.Lead, remark);
        }

        StartRow(lines: 1);
        foreach (var (index, (key, _)) in Columns.Index())
        {
            Cell(index + 1, ListStyle.Head, texts[key]);
        }

        xml.WriteEndElement();
    }

    private int CountOf(Severity severity) => request.Notes.Count(n => n.Severity == severity);

    private void WriteNote(int number, CellNote note)
    {
        StartRow(Math.Max(LinesOf(note.Sheet ?? string.Empty, 4), Math.Max(LinesOf(note.Message, 6), LinesOf(note.Mend, 7))));
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", CellAddress.Of(_row, 1));
        xml.WriteAttributeString("s", Text(styles.Of(ListStyle.Centred)));
        xml.WriteElementString("v", Text(number));
        xml.WriteEndElement();
        Cell(2, Enum.Parse<ListStyle>(note.Severity.ToString()), texts.Of(note.Severity));
        Cell(3, ListStyle.Centred, note.Code);
        Cell(4, ListStyle.Text, note.Sheet ?? texts["WholeFile"]);
        var isLink = note is { Sheet: { } sheet, Address: { } address } && places.Contains(sheet) && CellAddress.TryParse(address, out _, out _);
        Cell(CellColumn, isLink ? ListStyle.Link : ListStyle.Centred, note.Address ?? string.Empty);
        Cell(6, ListStyle.Text, note.Message);
        Cell(7, ListStyle.Text, note.Mend);
        xml.WriteEndElement();
        if (isLink)
        {
            _links.Add((CellAddress.Of(_row, CellColumn), $"'{note.Sheet!.Replace("'", "''", StringComparison.Ordinal)}'!{note.Address}"));
        }
    }

    private void Line(ListStyle style, string text)
    {
        StartRow(lines: text.Length > CharactersInLine ? 2 : 1);
        Cell(1, style, text);
        xml.WriteEndElement();
    }

    /// <summary>The height is stated: for merged cells no spreadsheet program finds it by itself, and for the others not each does.</summary>
    private void StartRow(int lines)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(++_row));
        xml.WriteAttributeString("ht", Text(Math.Min(MostPoints, (lines * PointsOfLine) + 2)));
        xml.WriteAttributeString("customHeight", "1");
    }

    /// <summary>Letters of 12 points are a little wider than the measure of columns.</summary>
    private static int LinesOf(string text, int column) =>
        text.Split('\n').Sum(line => 1 + (line.Length * 6 / (5 * Columns[column - 1].Width)));

    private void Cell(int column, ListStyle style, string text)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", CellAddress.Of(_row, column));
        xml.WriteAttributeString("s", Text(styles.Of(style)));
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SheetText.Escape(text.Length > LongestText ? text[..LongestText] + "…" : text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The lines above the list run over its whole width.</summary>
    private void WriteMerges(int lines)
    {
        xml.WriteStartElement("mergeCells");
        for (var row = 1; row <= lines; row++)
        {
            xml.WriteStartElement("mergeCell");
            xml.WriteAttributeString("ref", $"{CellAddress.Of(row, 1)}:{CellAddress.Of(row, Columns.Length)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteLinks()
    {
        if (_links.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("hyperlinks");
        foreach (var (cell, target) in _links)
        {
            xml.WriteStartElement("hyperlink");
            xml.WriteAttributeString("ref", cell);
            xml.WriteAttributeString("location", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
