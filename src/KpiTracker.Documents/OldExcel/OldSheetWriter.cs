using System.Globalization;
using System.Xml;
using ExcelDataReader;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.OldExcel;

/// <summary>Writes the sheet that the reader stands on.</summary>
/// <param name="sheet">Its place among the worksheets, from 0.</param>
internal sealed class OldSheetWriter(IExcelDataReader reader, int sheet, OldErrors errors, OldFormats formats, XmlWriter xml)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The day after Excel's 29 February 1900, which the calendar does not have: before it the serials of the two differ by one.</summary>
    private const double FirstCommonDay = 61;

    private int _row;

    /// <returns>How many cells the sheets after this one may still hold.</returns>
    public int Write(int cellsLeft)
    {
        xml.WriteStartElement("worksheet", Main);
        WriteColumns();
        xml.WriteStartElement("sheetData");
        for (_row = 1; reader.Read(); _row++)
        {
            PartReader.RefuseAbove(_row, GateLimits.Rows);
            cellsLeft -= WriteRow();
            PartReader.RefuseAbove(-cellsLeft, 0);
        }

        xml.WriteEndElement();
        WriteMerges();
        xml.WriteEndElement();
        return cellsLeft;
    }

    private void WriteColumns()
    {
        if (reader.FieldCount == 0)
        {
            return;
        }

        xml.WriteStartElement("cols");
        for (var i = 0; i < Math.Min(reader.FieldCount, GateLimits.Columns); i++)
        {
            var width = reader.GetColumnWidth(i);
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", width.ToString("0.##", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            if (width == 0)
            {
                xml.WriteAttributeString("hidden", "1");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private int WriteRow()
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(_row));
        if (reader.RowHeight == 0)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        var cells = 0;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            cells += WriteCell(i) ? 1 : 0;
        }

        xml.WriteEndElement();
        return cells;
    }

    private bool WriteCell(int index)
    {
        if (errors.At(sheet, _row, index + 1) is { } error)
        {
            Cell(index, "e", 0, error);
            return true;
        }

        switch (reader.GetValue(index))
        {
            case null or "":
                return false;
            case string text:
                InlineText(index, text);
                break;
            case bool yes:
                Cell(index, "b", 0, yes ? "1" : "0");
                break;
            case DateTime time:
                Cell(index, null, Style(index, isDate: true), Number(Serial(time)));
                break;
            case TimeSpan span:
                Cell(index, null, Style(index, isDate: true), Number(span.TotalDays));
                break;
            case var number:
                Cell(index, null, Style(index, isDate: false), Number(Convert.ToDouble(number, CultureInfo.InvariantCulture)));
                break;
        }

        return true;
    }

    private int Style(int index, bool isDate) => formats.StyleOf(reader.GetNumberFormatString(index), isDate);

    private static double Serial(DateTime time)
    {
        var serial = time.ToOADate();
        return serial < FirstCommonDay && serial >= 1 ? serial - 1 : serial;
    }

    private void InlineText(int index, string text)
    {
        PartReader.RefuseAbove(text.Length, GateLimits.CellCharacters);
        StartCell(index, "inlineStr", Style(index, isDate: false));
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(SheetText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Cell(int index, string? type, int style, string value)
    {
        StartCell(index, type, style);
        xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }

    private void StartCell(int index, string? type, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", CellAddress.Of(_row, index + 1));
        if (style > 0)
        {
            xml.WriteAttributeString("s", Text(style));
        }

        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
        }
    }

    private void WriteMerges()
    {
        if (reader.MergeCells is not { Length: > 0 } merges)
        {
            return;
        }

        PartReader.RefuseAbove(merges.Length, GateLimits.Merges);
        xml.WriteStartElement("mergeCells");
        foreach (var merge in merges)
        {
            xml.WriteStartElement("mergeCell");
            xml.WriteAttributeString("ref", $"{CellAddress.Of(merge.FromRow + 1, merge.FromColumn + 1)}:{CellAddress.Of(merge.ToRow + 1, merge.ToColumn + 1)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
