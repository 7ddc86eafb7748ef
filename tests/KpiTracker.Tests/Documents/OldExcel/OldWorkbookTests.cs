using KpiTracker.Documents.Gate;
using KpiTracker.Documents.OldExcel;
using KpiTracker.Tests.Architecture;

namespace KpiTracker.Tests.Documents.OldExcel;

/// <summary>Workbooks of Excel 97–2003. The fixture was saved by LibreOffice from the .xlsx beside it.</summary>
public sealed class OldWorkbookTests
{
    internal static byte[] Old => File.ReadAllBytes(Path.Combine(Folder, "moi-thu-mot-it.xls"));

    private static string Folder => Path.Combine(Repository.Root, "tests/KpiTracker.Tests/Documents/OldExcel");

    [Test]
    public void Old_workbook_gives_the_same_cells_as_the_new_one()
    {
        var old = Opened(Old);
        var @new = Opened(File.ReadAllBytes(Path.Combine(Folder, "moi-thu-mot-it.xlsx")));

        Assert.Multiple(() =>
        {
            Assert.That(old.Sheets.Select(s => (s.Name, s.IsHidden)), Is.EqualTo(@new.Sheets.Select(s => (s.Name, s.IsHidden))));
            foreach (var (was, now) in @new.Sheets.Zip(old.Sheets))
            {
                Assert.That(now.Rows.SelectMany(r => r.Cells).Select(AsSeen), Is.EqualTo(was.Rows.SelectMany(r => r.Cells).Select(AsSeen)), was.Name);
                Assert.That(now.Rows.Where(r => r.IsHidden).Select(r => r.Number), Is.EqualTo(was.Rows.Where(r => r.IsHidden).Select(r => r.Number)));
                Assert.That(now.Merges, Is.EquivalentTo(was.Merges));
                Assert.That(now.HiddenColumns, Is.EquivalentTo(was.HiddenColumns));
            }
        });

        // The old format's reader does not say which cell is a formula, and LibreOffice took an escaped letter for six of its own.
        static Cell AsSeen(Cell cell) => cell with { IsFormula = false, Text = SharedStrings.Unescape(cell.Text) };
    }

    [Test]
    public void Error_in_an_old_workbook_stays_an_error_and_is_no_empty_cell() =>
        Assert.That(
            Opened(Old).Sheets[0].Rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Error).Select(c => (CellAddress.Of(c.Row, c.Column), c.Text)),
            Is.EqualTo(new[] { ("I4", "#DIV/0!"), ("F6", "#DIV/0!"), ("I7", "#N/A") }));

    [Test]
    public void Report_in_an_old_workbook_is_read()
    {
        var report = Reports.Check(Old);

        Assert.That(Reports.Kept(report), Has.Some.EqualTo("00109 OFFICIALS 90/119"));
    }

    [Test]
    public void Cell_of_an_old_workbook_can_be_looked_at()
    {
        using var workbook = new MemoryStream(Old);

        Assert.That(KpiTracker.Documents.Grids.SheetGridReader.Read(workbook, "Báo cáo", "D4"), Is.InstanceOf<KpiTracker.Documents.Grids.SheetGridReading.Found>());
    }

    [Test]
    public void Old_workbook_with_a_password_says_so() =>
        Assert.That(ReasonOf(WithRecord(0x002F)), Is.EqualTo(UnreadableReason.Encrypted));

    [TestCase(3000)]
    [TestCase(600)]
    public void Old_workbook_cut_off_is_damaged(int length) =>
        Assert.That(ReasonOf(Old[..length]), Is.EqualTo(UnreadableReason.Damaged));

    [Test]
    public void Compound_file_without_a_workbook_is_no_workbook() =>
        Assert.That(ReasonOf(Renamed()), Is.EqualTo(UnreadableReason.NotAWorkbook));

    [Test]
    public void Excel_before_95_says_what_to_do() =>
        Assert.That(ReasonOf([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0]), Is.EqualTo(UnreadableReason.OldExcel));

    [Test]
    public void Altered_old_workbooks_end_in_cells_or_in_a_sentence([Values(3, 8)] int seed)
    {
        var good = Old;
        var chance = new Random(seed);
        for (var i = 0; i < 50; i++)
        {
            var bad = (byte[])good.Clone();
            for (var changes = chance.Next(1, 9); changes > 0; changes--)
            {
                bad[chance.Next(bad.Length)] = (byte)chance.Next(256);
            }

            Assert.That(() => ConvertOrRefuse(bad), Throws.Nothing, $"seed {seed}, file {i}");
        }
    }

    private static void ConvertOrRefuse(byte[] file)
    {
        try
        {
            OldWorkbook.Convert(file);
        }
        catch (GateRefusal)
        {
            // One of the fixed sentences.
        }
    }

    private static WorkbookCells Opened(byte[] file)
    {
        var reading = WorkbookGate.Shared.Open(new MemoryStream(file));
        Assert.That(reading, Is.InstanceOf<GateReading.Opened>(), (reading as GateReading.Refused)?.Reason.ToString());
        return ((GateReading.Opened)reading).Workbook;
    }

    private static UnreadableReason? ReasonOf(byte[] file)
    {
        try
        {
            OldWorkbook.Convert(file);
            return null;
        }
        catch (GateRefusal refusal)
        {
            return refusal.Reason;
        }
    }

    /// <summary>The record after the workbook's first turned into another.</summary>
    private static byte[] WithRecord(byte kind)
    {
        var file = Old;
        var begin = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]);
        file[begin + 20] = kind;
        file[begin + 21] = 0;
        return file;
    }

    private static byte[] Renamed()
    {
        var file = Old;
        file[file.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("Workbook"))] = (byte)'X';
        return file;
    }
}
