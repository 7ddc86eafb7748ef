using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>Cells typed over in the preview are read by the same rules as the file's own.</summary>
public sealed class EditTests
{
    [TestCase("95", 95, FigureReading.NumberInText)]
    [TestCase("1.203", 1203, FigureReading.Ambiguous)]
    [TestCase("95 người", 95, FigureReading.NumberInText)]
    [TestCase("chín mươi", null, FigureReading.Unreadable)]
    [TestCase("chưa có", null, FigureReading.Missing)]
    [TestCase("", null, FigureReading.Missing)]
    public void Edit_is_read_as_text_in_the_cell_would_be(string text, int? value, FigureReading reading)
    {
        var figure = Check(Fine(), ("E2", text)).Report.Lines[0].Numerator!;

        Assert.Multiple(() =>
        {
            Assert.That(figure.Value, Is.EqualTo((decimal?)value));
            Assert.That(figure.Reading, Is.EqualTo(reading));
            Assert.That(figure.Written, Is.EqualTo(text));
            Assert.That(figure.IsEdited);
        });
    }

    [Test]
    public void Only_the_edited_figure_says_so()
    {
        var line = Check(Fine(), ("E2", "95")).Report.Lines[0];

        Assert.That(line.Figures.Where(f => f.IsEdited).Select(f => f.Cell.Address), Is.EqualTo(new[] { "E2" }));
    }

    [Test]
    public void Edit_mends_a_cell_that_the_file_does_not_have()
    {
        var book = Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119], [2, "HSSV", "người", 2191, 1134]);

        Assert.That(Reports.Kept(Check(book, ("E2", "90"))), Is.EqualTo(new[] { "00109 OFFICIALS 90/119", "00109 STUDENTS 1134/2191" }));
    }

    [Test]
    public void Edited_percentage_keeps_the_cell_s_kind()
    {
        var book = Book.Of(["STT", "Tên chỉ tiêu", "Số liệu", "Tỷ lệ"], [1, "CBCCVC", null, new Shown(0.5m)]);

        Assert.That(Reports.Kept(Check(book, ("D2", "85,5"))), Is.EqualTo(new[] { "00109 OFFICIALS 85.5%" }));
    }

    [Test]
    public void Edited_unit_is_resolved_anew()
    {
        var book = Book.Of(["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Phường Không Có", 140, 63], [2, "Phường Nhật Tân", 131, 70]);
        var before = Reports.Check(book, Reports.District);
        var after = Reports.Check(book, Reports.Context(Reports.District) with { Edits = Edits(("B3", "Phường Bưởi")) });

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Codes(before), Does.Contain("R17"));
            Assert.That(Reports.Kept(after), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00094 OFFICIALS 70/131" }));
            Assert.That(Reports.Found(after), Is.Empty);
        });
    }

    [Test]
    public void Edited_indicator_is_recognised_anew()
    {
        var book = Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "Chỉ tiêu lạ", "người", 2191, 1134]);

        Assert.That(Reports.Kept(Check(book, ("B3", "HSSV"))), Is.EqualTo(new[] { "00109 OFFICIALS 90/119", "00109 STUDENTS 1134/2191" }));
    }

    [Test]
    public void Edits_of_another_sheet_change_nothing()
    {
        var context = Reports.Context() with { Edits = new Dictionary<CellRef, string> { [new("Trang khác", "E2")] = "1", [new("Báo cáo", "không phải ô")] = "2" } };

        Assert.That(Reports.Kept(Reports.Check(Fine(), context)), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    [Test]
    public void All_figures_may_be_edited()
    {
        var book = Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "HSSV", "người", 2191, 1134]);

        Assert.That(
            Reports.Kept(Check(book, ("D2", "9"), ("E2", "5"), ("D3", "8"), ("E3", "7"))),
            Is.EqualTo(new[] { "00109 OFFICIALS 5/9", "00109 STUDENTS 7/8" }));
    }

    private static Book Fine() => Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90]);

    private static CheckedReport Check(Book book, params (string Address, string Text)[] edits) =>
        Reports.Check(book, Reports.Context() with { Edits = Edits(edits) });

    private static Dictionary<CellRef, string> Edits(params (string Address, string Text)[] edits) =>
        edits.ToDictionary(e => new CellRef("Báo cáo", e.Address), e => e.Text);
}
