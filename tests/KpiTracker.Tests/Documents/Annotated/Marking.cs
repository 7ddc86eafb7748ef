using System.IO.Compression;
using System.Text;
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
}
