using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KpiTracker.Tests.Documents.Gate;

/// <summary>The smallest files known to kill or hang programs that open workbooks whole, each named for what it does.</summary>
internal static class Killers
{
    public static IEnumerable<(string Name, byte[] File)> All()
    {
        yield return ("formula-100k-parentheses", InCell($"<f>{new string('(', 100_000)}1{new string(')', 100_000)}</f><v>90</v>"));
        yield return ("formula-20k-if", InCell($"<f>{Repeated("IF(1,", 20_000)}1{new string(')', 20_000)}</f><v>90</v>"));
        yield return ("array-formula-whole-sheet", InCell("<f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>90</v>"));
        yield return ("hyperlink-whole-sheet", With(b => b.Sheets[0].After = "<hyperlinks><hyperlink ref=\"A1:XFD1048576\"/></hyperlinks>"));
        yield return ("merge-whole-sheet", With(b => b.Sheets[0].Merge("A20:XFD1048576")));
        yield return ("nested-styles", Nested("xl/styles.xml"));
        yield return ("nested-theme", Nested("xl/theme/theme1.xml"));
        yield return ("nested-drawing", Nested("xl/drawings/drawing1.xml"));
        yield return ("nested-comments", Nested("xl/comments1.xml"));
        yield return ("nested-sheet", Nested("xl/worksheets/sheet0.xml"));
        yield return ("nested-workbook", Nested("xl/workbook.xml"));
        yield return ("names-100k", With(b => b.WorkbookProperties = "<definedNames>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<definedName name=\"n{i}\">A1</definedName>")) + "</definedNames>"));
        yield return ("runs-500k", With(b => b.SharedStrings = "<si>" + Repeated("<r><t>a</t></r>", 500_000) + "</si>"));
        yield return ("entities", With(b => b.Parts["xl/styles.xml"] = "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><styleSheet>&b;</styleSheet>"));
        yield return ("external-entity", With(b => b.Parts["xl/styles.xml"] = "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><styleSheet>&a;</styleSheet>"));
        yield return ("zeros-1-GiB", Zeros("xl/worksheets/sheet0.xml", 1024));
        yield return ("cells-2-million", Cells(2_000_000));
        yield return ("rows-1-million", Rows(1_048_576));
        yield return ("parts-10k", Parts(10_000));
        yield return ("text-of-8-MiB", With(b => b.SharedStrings = $"<si><t>{new string('x', 8 << 20)}</t></si>"));
        yield return ("attribute-of-8-MiB", With(b => b.Parts["xl/styles.xml"] = $"<styleSheet a=\"{new string('x', 8 << 20)}\"/>"));
        yield return ("cut", Fine()[..^200]);
        yield return ("nothing", []);
        yield return ("web-page", Encoding.UTF8.GetBytes("<html><script>alert(1)</script><table></table></html>"));
    }

    public static byte[] Fine() => FineBook().Bytes();

    private static Book FineBook() => Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90]);

    private static byte[] With(Action<Book> change) => FineBook().With(change).Bytes();

    private static byte[] InCell(string content) =>
        Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new Raw($"<c r=\"{{r}}\">{content}</c>")]).Bytes();

    private static byte[] Nested(string part) => With(b => b.Parts[part] = Repeated("<a>", 200_000));

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Cells(int count)
    {
        var xml = new StringBuilder(count * 14).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Book.Main}\"><sheetData>");
        for (var row = 0; row < count / 1000; row++)
        {
            xml.Append("<row>").Insert(xml.Length, "<c><v>1</v></c>", 1000).Append("</row>");
        }

        return With(b => b.Parts["xl/worksheets/sheet0.xml"] = xml.Append("</sheetData></worksheet>").ToString());
    }

    private static byte[] Rows(int count) =>
        With(b => b.Parts["xl/worksheets/sheet0.xml"] = $"<worksheet xmlns=\"{Book.Main}\"><sheetData>{Repeated("<row/>", count)}</sheetData></worksheet>");

    private static byte[] Parts(int count) => Zip(zip =>
    {
        for (var i = 0; i < count; i++)
        {
            zip.CreateEntry($"p{i}", CompressionLevel.NoCompression);
        }
    });

    private static byte[] Zeros(string part, int mebibytes) => Zip(zip =>
    {
        using var entry = zip.CreateEntry(part).Open();
        var zeros = new byte[1 << 20];
        for (var i = 0; i < mebibytes; i++)
        {
            entry.Write(zeros);
        }
    });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            fill(zip);
        }

        return file.ToArray();
    }
}
