using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using KpiTracker.Documents.Annotated;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Annotated;

/// <summary>Marks workbooks in this process, and looks into what came of it.</summary>
internal static class Marking
{
    public static CellNote Note(string? sheet, string? address, Severity severity = Severity.Error, string code = "R02", string message = "“12abc” không phải là số.", string mend = "Ghi lại bằng chữ số.") =>
        new(sheet, address, severity, code, message, mend);

    public static byte[] Mark(byte[] file, params CellNote[] notes)
    {
        var path = Path.GetTempFileName();
        try
        {
            MarkedWorkbook.Write(file, new AnnotationRequest("bao-cao.xlsx", "vi", notes.Length, notes), path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var text = new StreamReader(e.Open(), Encoding.Latin1);
            return text.ReadToEnd();
        });
    }

    public static string Text(byte[] file, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var text = new StreamReader(zip.GetEntry(part)!.Open());
        return text.ReadToEnd();
    }

    public static byte[] Plain() => Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90]).Bytes();

    /// <summary>As a spreadsheet program writes it: styles, formulas, merges, widths, a comment, a second sheet.</summary>
    public static byte[] Rich()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Báo cáo");
        sheet.Cell("A1").SetValue("BÁO CÁO THÁNG 5 NĂM 2025");
        sheet.Range("A1:G1").Merge();
        sheet.Column(2).Width = 40;
        foreach (var (index, text) in Reports.HeadA.Index())
        {
            sheet.Cell(3, index + 1).SetValue((string)text!);
        }

        sheet.Cell("B4").SetValue("CBCCVC");
        sheet.Cell("D4").SetValue(119).Style.Font.SetBold().NumberFormat.SetFormat("#,##0");
        sheet.Cell("E4").SetValue(90);
        sheet.Cell("F4").FormulaA1 = "E4/D4";
        sheet.Cell("E4").Comment.AddText("Số của anh Nam");
        workbook.AddWorksheet("Ghi chú").Cell("A1").SetValue("Nơi nhận");
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }

    public static XLWorkbook Opened(byte[] file)
    {
        // The tests' bare workbooks do not say what their sheets are, which the gate can do without and ClosedXML cannot.
        var types = Text(file, "[Content_Types].xml");
        var bare = types.Contains("/xl/worksheets/sheet0.xml", StringComparison.Ordinal) || !Parts(file).ContainsKey("xl/worksheets/sheet0.xml");
        return new XLWorkbook(new MemoryStream(bare ? file : Replaced(file, ("</Types>", TypesOfBare(file) + "</Types>"))));
    }

    private static string TypesOfBare(byte[] file)
    {
        const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var types = Text(file, "[Content_Types].xml");
        return string.Concat(Parts(file).Keys.Where(name => !types.Contains($"\"/{name}\"", StringComparison.Ordinal)).Select(name => name switch
        {
            _ when name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) => $"<Override PartName=\"/{name}\" ContentType=\"{Media}.worksheet+xml\"/>",
            "xl/styles.xml" => $"<Override PartName=\"/{name}\" ContentType=\"{Media}.styles+xml\"/>",
            "xl/sharedStrings.xml" => $"<Override PartName=\"/{name}\" ContentType=\"{Media}.sharedStrings+xml\"/>",
            _ => string.Empty,
        }));
    }

    public static byte[] Replaced(byte[] file, params (string From, string To)[] words)
    {
        var parts = Parts(file);
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.Latin1.GetBytes(words.Aggregate(text, (t, w) => t.Replace(w.From, w.To, StringComparison.Ordinal))));
            }
        }

        return output.ToArray();
    }
}
