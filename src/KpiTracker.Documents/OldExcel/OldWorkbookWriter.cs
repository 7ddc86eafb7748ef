using System.Globalization;
using System.Xml;
using ExcelDataReader;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.OldExcel;

/// <summary>Writes what the reader of the old format tells: typed values with their number formats, merges, widths, what is hidden. Formulas come as their kept results.</summary>
internal static class OldWorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(IExcelDataReader reader, OldErrors errors, Stream output)
    {
        PartReader.RefuseAbove(reader.ResultsCount, GateLimits.Sheets);
        var formats = new OldFormats();
        var sheets = new List<(string Name, string State)>();
        var package = new PackageWriter(output);
        package.Write(WorkbookParts.ContentTypes, part => PartXml.Write(part, xml => Types(xml, reader.ResultsCount)));
        package.Write("_rels/.rels", part => PartXml.Write(part, xml => Relations(xml, [("officeDocument", "xl/workbook.xml")])));
        var cellsLeft = GateLimits.Cells;
        do
        {
            sheets.Add((reader.Name, reader.VisibleState));
            package.Write(Part(sheets.Count), part => PartXml.Write(part, xml => cellsLeft = new OldSheetWriter(reader, sheets.Count - 1, errors, formats, xml).Write(cellsLeft)));
        }
        while (reader.NextResult());

        package.Write("xl/workbook.xml", part => PartXml.Write(part, xml => Workbook(xml, sheets)));
        package.Write("xl/_rels/workbook.xml.rels", part => PartXml.Write(part, xml =>
            Relations(xml, [.. sheets.Select((_, i) => ("worksheet", "/" + Part(i + 1))), ("styles", "/xl/styles.xml")])));
        package.Write("xl/styles.xml", part => PartXml.Write(part, formats.Write));
        package.Finish();
    }

    private static string Part(int number) => $"xl/worksheets/sheet{number.ToString(CultureInfo.InvariantCulture)}.xml";

    private static void Types(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Package + "/content-types");
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Override", "PartName", "/xl/workbook.xml", SheetType + ".sheet.main+xml");
        Type("Override", "PartName", "/xl/styles.xml", SheetType + ".styles+xml");
        for (var i = 1; i <= sheets; i++)
        {
            Type("Override", "PartName", "/" + Part(i), SheetType + ".worksheet+xml");
        }

        xml.WriteEndElement();

        void Type(string element, string attribute, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(attribute, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void Relations(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Package + "/relationships");
        foreach (var (index, (kind, target)) in relations.Index())
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", Id(index));
            xml.WriteAttributeString("Type", $"{Office}/{kind}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, List<(string Name, string State)> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets");
        foreach (var (index, (name, state)) in sheets.Index())
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", SheetText.Escape(name));
            xml.WriteAttributeString("sheetId", (index + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("state", state switch { "hidden" => "hidden", "veryhidden" => "veryHidden", _ => "visible" });
            xml.WriteAttributeString("r", "id", Office, Id(index));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Id(int index) => "r" + index.ToString(CultureInfo.InvariantCulture);
}
