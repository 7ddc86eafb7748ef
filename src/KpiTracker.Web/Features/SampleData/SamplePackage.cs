using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Puts a sample sheet into an Excel file. Six small parts written by hand: with a spreadsheet library the six hundred files
/// would take longer than a first start may.
/// </summary>
internal static class SamplePackage
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly string ContentTypes = Declaration
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}sheet.main+xml\"/>"
        + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{ContentType}worksheet+xml\"/>"
        + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{ContentType}styles+xml\"/>"
        + $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{ContentType}sharedStrings+xml\"/></Types>";

    private static readonly string PackageRelationships = Declaration
        + $"<Relationships xmlns=\"{Relationships}\"><Relationship Id=\"rId1\" Type=\"{OfficeRelationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    private static readonly string WorkbookRelationships = Declaration
        + $"<Relationships xmlns=\"{Relationships}\"><Relationship Id=\"rId1\" Type=\"{OfficeRelationships}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + $"<Relationship Id=\"rId2\" Type=\"{OfficeRelationships}/styles\" Target=\"styles.xml\"/>"
        + $"<Relationship Id=\"rId3\" Type=\"{OfficeRelationships}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";

    private static readonly string Styles = Declaration
        + $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
        + "<fonts count=\"4\">" + Font("", 12) + Font("<b/>", 12) + Font("<b/>", 14) + Font("<i/>", 12) + "</fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        + "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"11\">"
        + Format(0, 0, 0) + Format(0, 1, 0, "center") + Format(0, 2, 0, "center") + Format(0, 1, 1, "center") + Format(0, 0, 1) + Format(3, 0, 1)
        + Format(164, 0, 1) + Format(0, 1, 1) + Format(3, 1, 1) + Format(164, 1, 1) + Format(0, 3, 0)
        + "</cellXfs></styleSheet>";

    public static void Write(SampleSheet sheet, string sheetName, int frozenRows, DateTimeOffset writtenAt, Stream destination)
    {
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", ContentTypes);
        Part("_rels/.rels", PackageRelationships);
        Part(
            "xl/workbook.xml",
            Declaration + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{OfficeRelationships}\"><sheets><sheet name=\"{SecurityElement.Escape(sheetName)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", WorkbookRelationships);
        Part("xl/worksheets/sheet1.xml", sheet.ToXml(frozenRows));
        Part("xl/sharedStrings.xml", SharedStrings(sheet.Strings));
        Part("xl/styles.xml", Styles);

        void Part(string name, string content)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = writtenAt;
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
    }

    private static string SharedStrings(IReadOnlyCollection<string> strings) =>
        Declaration
        + string.Create(CultureInfo.InvariantCulture, $"<sst xmlns=\"{Main}\" uniqueCount=\"{strings.Count}\">")
        + string.Concat(strings.Select(s => $"<si><t>{SecurityElement.Escape(s)}</t></si>"))
        + "</sst>";

    private static string Font(string weight, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"<font>{weight}<sz val=\"{size}\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>");

    private static string Format(int numberFormat, int font, int border, string? horizontal = null)
    {
        var alignment = horizontal is null ? "" : $"<alignment horizontal=\"{horizontal}\" vertical=\"center\" wrapText=\"1\"/>";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<xf numFmtId=\"{numberFormat}\" fontId=\"{font}\" fillId=\"0\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">{alignment}</xf>");
    }
}
