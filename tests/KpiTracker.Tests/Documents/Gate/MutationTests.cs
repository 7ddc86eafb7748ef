using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;

namespace KpiTracker.Tests.Documents.Gate;

/// <summary>Sample workbooks with bytes changed at random, from a fixed seed: each ends in a reading or a sentence, never in an exception.</summary>
public sealed class MutationTests
{
    private const int MutantsOfEach = 1000;
    private const string Alphabet = " <>\"/=0123456789abrstvfe:-.,&;ă\u202E";

    [TestCase("phuong-buoi-2025-05.xlsx", "00109")]
    [TestCase("quan-tay-ho-tong-hop-2025-05.xlsx", "003")]
    public void Changed_bytes_never_end_in_an_exception(string file, string unit)
    {
        var original = File.ReadAllBytes(Path.Combine(Repository.Root, "data/samples", file));
        var chance = new Random(20261122);
        for (var i = 0; i < MutantsOfEach; i++)
        {
            Read(Mutant(original, chance), unit);
        }
    }

    [Test]
    public void Changed_xml_never_ends_in_an_exception()
    {
        var chance = new Random(5);
        for (var i = 0; i < MutantsOfEach * 2; i++)
        {
            var book = Book.Of(["Tháng 5 năm 2025"], Reports.HeadA, [1, "CBCCVC", "người", 119, 90, new Formula(75.6m)], [2, "HSSV", "người", "1.776", "1.084"]);
            var sheet = book.Sheets[0].Merge("A1:G1").Xml().ToCharArray();
            for (var changes = chance.Next(1, 6); changes > 0; changes--)
            {
                sheet[chance.Next(sheet.Length)] = Alphabet[chance.Next(Alphabet.Length)];
            }

            book.Parts["xl/worksheets/sheet0.xml"] = new string(sheet);
            Read(book.Bytes(), Reports.Ward);
        }
    }

    private static void Read(byte[] file, string unit)
    {
        if (Reports.Read(file, unit) is WorkbookReading.Recognised recognised)
        {
            var context = Reports.Context(unit);
            ReportCheck.Run(recognised.Report, new ReferenceData(context.Units, context.Indicators, context.Unit, context.Period, []));
        }
    }

    private static byte[] Mutant(byte[] original, Random chance)
    {
        var mutant = (byte[])original.Clone();
        for (var changes = chance.Next(1, 8); changes > 0; changes--)
        {
            mutant[chance.Next(mutant.Length)] = (byte)chance.Next(256);
        }

        return chance.Next(10) == 0 ? mutant[..chance.Next(mutant.Length)] : mutant;
    }
}
