using System.IO.Compression;
using ClosedXML.Excel;
using KpiTracker.Documents.Templates;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Documents;

namespace KpiTracker.Tests.Web.Batches;

/// <summary>Templates as wards fill them in. The first is written as the site writes it; for other wards only the names in it are exchanged, which is quick.</summary>
internal static class WardWorkbooks
{
    private const int FirstLine = 9;
    private const string Texts = "xl/sharedStrings.xml";

    private static readonly OrganisationUnit Model = Reports.Registers.Units.Find("00109", Reports.May)!;
    private static readonly Lazy<byte[]> Filled = new(Fill);

    public static byte[] Of(OrganisationUnit ward, int reached = 83)
    {
        using var file = new MemoryStream();
        file.Write(Filled.Value);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            Exchange(zip, Texts, text => text
                .Replace($">{Model.Code}<", $">{ward.Code}<", StringComparison.Ordinal)
                .Replace(Model.NameWithKind.ToUpperInvariant(), ward.NameWithKind.ToUpperInvariant(), StringComparison.Ordinal));
            Exchange(zip, "xl/worksheets/sheet1.xml", sheet => sheet.Replace("<x:v>83</x:v>", $"<x:v>{reached}</x:v>", StringComparison.Ordinal));
        }

        return file.ToArray();
    }

    private static byte[] Fill()
    {
        var registers = Reports.Registers;
        using var template = new MemoryStream();
        WardTemplateWriter.Write(new TemplateContent(Model, null, Reports.May, [.. registers.Indicators.Select(i => new TemplateLine(i, null))]), template);
        using var workbook = new XLWorkbook(template);
        var sheet = workbook.Worksheet(1);
        for (var i = 0; i < registers.Indicators.Count; i++)
        {
            sheet.Cell(FirstLine + i, 4).Value = 127;
            sheet.Cell(FirstLine + i, 5).Value = 83;
        }

        using var filled = new MemoryStream();
        workbook.SaveAs(filled);
        return filled.ToArray();
    }

    private static void Exchange(ZipArchive zip, string part, Func<string, string> exchange)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(part)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        using var stream = zip.GetEntry(part)!.Open();
        stream.SetLength(0);
        using var writer = new StreamWriter(stream);
        writer.Write(exchange(text));
    }
}
