using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Grids;

namespace KpiTracker.Tests.Documents.Grids;

public sealed class SheetGridTests
{
    [Test]
    public void Asked_cell_is_marked_and_figures_are_printed_the_vietnamese_way()
    {
        var grid = Grid(Book.Of(["STT", "Tên"], [1, 1234.5m, new Shown(0.855m)]), "B2");

        Assert.Multiple(() =>
        {
            Assert.That(grid.Columns, Is.EqualTo(new[] { "A", "B", "C" }));
            Assert.That(grid.Rows[1].Cells.Select(c => c.Text), Is.EqualTo(new[] { "1", "1.234,5", "85,5%" }));
            Assert.That(grid.Rows.SelectMany(r => r.Cells).Where(c => c.IsMarked).Select(c => c.Address), Is.EqualTo(new[] { "B2" }));
        });
    }

    [Test]
    public void Merged_cells_span_and_cover()
    {
        var book = new Book();
        book.Add("Báo cáo").Rows(1, ["Tiêu đề", null, "x"], ["a", "b", "c"]).Merge("A1:B1");
        var grid = Grid(book, "A1");

        Assert.That(grid.Rows[0].Cells.Select(c => (c.Address, c.ColumnSpan)), Is.EqualTo(new[] { ("A1", 2), ("C1", 1) }));
    }

    [Test]
    public void Large_sheet_is_cut_around_the_cell()
    {
        var book = new Book();
        var sheet = book.Add("Báo cáo");
        foreach (var row in Enumerable.Range(1, 500))
        {
            sheet.Row(row, row);
        }

        var grid = Grid(book, "A300");

        Assert.Multiple(() =>
        {
            Assert.That(grid.IsCut);
            Assert.That(grid.Rows, Has.Count.EqualTo(80));
            Assert.That(grid.Rows.Single(r => r.Cells.Any(c => c.IsMarked)).Number, Is.EqualTo(300));
        });
    }

    [TestCase("Không có", "A1")]
    [TestCase("Báo cáo", "A0")]
    [TestCase("Báo cáo", "<script>")]
    public void Unknown_sheet_or_address_is_no_cell(string sheet, string address) =>
        Assert.That(SheetGridReader.Read(Book.Of(["x"]).Stream(), sheet, address), Is.InstanceOf<SheetGridReading.NoSuchCell>());

    [Test]
    public void Broken_file_says_why() =>
        Assert.That(SheetGridReader.Read(new MemoryStream([1, 2, 3]), "x", "A1"), Is.EqualTo(new SheetGridReading.Unreadable(UnreadableReason.NotAWorkbook)));

    private static SheetGrid Grid(Book book, string address) => ((SheetGridReading.Found)SheetGridReader.Read(book.Stream(), "Báo cáo", address)).Grid;
}
