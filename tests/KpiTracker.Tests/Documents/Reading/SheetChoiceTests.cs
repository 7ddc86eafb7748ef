using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>Several tables, months, wards and sheets in one workbook: what is meant is read, what is left out is said, what is doubtful is asked.</summary>
public sealed class SheetChoiceTests
{
    private static readonly string[] Both = ["00109 OFFICIALS 90/119", "00109 ADULTS 7689/12705"];
    private static readonly object?[] Officials = [1, "CBCCVC", "người", 119, 90];
    private static readonly object?[] Adults = [2, "Người trưởng thành", "người", 12705, 7689];
    private static readonly object?[] Earlier = [1, "CBCCVC", "người", 110, 80];

    [Test]
    public void Tables_of_different_layouts_on_one_sheet_are_all_read() => AssertRead(
        Book.Of(
            Reports.HeadA,
            Officials,
            [],
            ["Bảng 2. Người dân"],
            ["TT", "Chỉ tiêu", "Kết quả", null],
            [null, null, "Tổng số", "Đạt"],
            [1, "Người trưởng thành", 12705, 7689]),
        Both);

    [Test]
    public void Months_one_under_the_other_give_the_chosen_month() => AssertRead(
        Book.Of(["Tháng 4 năm 2025"], Reports.HeadA, Earlier, [], ["Tháng 5 năm 2025"], Reports.HeadA, Officials, Adults),
        Both,
        "R24.OtherMonth");

    [TestCase("Tháng 4", "Tháng 5")]
    [TestCase("T4", "T5")]
    [TestCase("thang 04-2025", "thang 05-2025")]
    public void Month_on_a_sheet_s_tab_is_understood(string other, string chosen)
    {
        var book = new Book();
        book.Add(other).Rows(1, Reports.HeadA, Earlier);
        book.Add(chosen).Rows(1, Reports.HeadA, Officials, Adults);
        AssertRead(book, Both, "R24.OtherMonth");
    }

    [Test]
    public void No_sheet_of_the_chosen_month_is_asked()
    {
        var book = new Book();
        book.Add("Tháng 3").Rows(1, Reports.HeadA, Earlier);
        book.Add("Tháng 4").Rows(1, Reports.HeadA, Officials);
        AssertRead(book, Both[..1], "R13", "R24.OtherMonth");
    }

    [Test]
    public void Month_columns_without_the_chosen_month_are_asked() => AssertRead(
        Book.Of(
            ["Tháng 5 năm 2025"],
            ["STT", "Chỉ tiêu", "Tháng 3", null, "Tháng 4", null],
            [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"],
            [1, "CBCCVC", 110, 80, 119, 90]),
        Both[..1],
        "R13");

    [Test]
    public void Two_sheets_of_the_same_month_are_asked_about()
    {
        var book = new Book();
        book.Add("Bản 1").Rows(1, Reports.HeadA, Officials, Adults);
        book.Add("Bản 2").Rows(1, Reports.HeadA, Earlier);
        AssertRead(book, Both, "R35");
    }

    [Test]
    public void Sheet_that_repeats_the_same_figures_is_only_named()
    {
        var book = new Book();
        book.Add("Bản 1").Rows(1, Reports.HeadA, Officials, Adults);
        book.Add("In").Rows(1, Reports.HeadA, Officials);
        AssertRead(book, Both, "R24.OtherSheet");
    }

    [Test]
    public void Sheets_that_complete_each_other_are_read_and_asked_about()
    {
        var book = new Book();
        book.Add("Khu vực công").Rows(1, Reports.HeadA, Officials);
        book.Add("Người dân").Rows(1, Reports.HeadA, Adults);
        AssertRead(book, Both, "R35.both");
    }

    [TestCase("UBND PHƯỜNG NHẬT TÂN", "Sheet1")]
    [TestCase(null, "Nhật Tân")]
    public void Sheet_of_another_ward_is_named_and_not_mixed(string? title, string name)
    {
        var book = new Book();
        book.Add(name).Rows(1, [title], Reports.HeadA, [1, "CBCCVC", "người", 500, 400], [2, "HSSV", "người", 500, 400], [3, "NLĐ", "người", 500, 400]);
        book.Add("Của phường").Rows(1, ["UBND PHƯỜNG BƯỞI"], Reports.HeadA, Officials, Adults);
        AssertRead(book, Both, "R24.OtherSheet");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void District_s_workbook_of_one_sheet_for_each_ward_is_read_whole(bool isTitled)
    {
        var book = new Book();
        book.Add(isTitled ? "1" : "P. Bưởi").Rows(1, ["UBND QUẬN TÂY HỒ"], [isTitled ? "UBND PHƯỜNG BƯỞI" : null], Reports.HeadA, Officials);
        book.Add(isTitled ? "2" : "Nhật Tân").Rows(1, ["UBND QUẬN TÂY HỒ"], [isTitled ? "UBND PHƯỜNG NHẬT TÂN" : null], Reports.HeadA, Earlier);
        var report = Reports.Check(book, Reports.District);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119", "00094 OFFICIALS 80/110" }));
            Assert.That(Reports.Found(report), Is.Empty);
        });
    }

    [Test]
    public void District_s_sheet_with_a_table_for_each_ward_is_read_whole()
    {
        var report = Reports.Check(
            Book.Of(["1. Phường Bưởi"], Reports.HeadA, Officials, [], ["2. Phường Nhật Tân"], Reports.HeadA, Earlier),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119", "00094 OFFICIALS 80/110" }));
    }

    [Test]
    public void Stray_cells_on_all_sides_give_one_warning()
    {
        var book = new Book();
        book.Add("BC").RowFrom(1, 1, "UBND PHƯỜNG BƯỞI").RowFrom(30, 20, Reports.HeadA).RowFrom(31, 20, Officials).RowFrom(32, 20, Adults)
            .RowFrom(31, 1, "x").RowFrom(31, 60, "y").RowFrom(3, 22, ".").RowFrom(90, 22, "z");
        AssertRead(book, Both, "R24.StrayCell");
    }

    [Test]
    public void Label_over_two_cells_is_one_name() => AssertRead(
        Book.Of(["STT", "Nhóm", "Nội dung", "Tổng số", "Đạt"], [1, "Cán bộ,", "công chức, viên chức", 119, 90], [2, "Người dân", "trưởng thành", 12705, 7689]),
        Both);

    [Test]
    public void Label_merged_over_its_figures_rows_holds_for_each()
    {
        var book = new Book();
        book.Add("BC").Rows(
            1,
            ["STT", "Chỉ tiêu", "Nội dung", "Số liệu"],
            [1, "CBCCVC", "Tổng số", 119],
            [null, null, "Số đạt", 90],
            [2, "Người trưởng thành", "Tổng số", 12705],
            [null, null, "Số đạt", 7689]).Merge("A2:A3", "B2:B3", "A4:A5", "B4:B5");
        AssertRead(book, Both);
    }

    [Test]
    public void Women_beside_all_are_not_read_as_all()
    {
        var report = Reports.Check(Book.Of(
            ["STT", "Tên chỉ tiêu", "Tổng số", null, "Đã đạt", null],
            [null, null, "Chung", "Nữ", "Chung", "Nữ"],
            [1, "CBCCVC", 119, 50, 90, 40],
            [2, "Người trưởng thành", 12705, 6000, 7689, 3000]));

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(Both));
            Assert.That(Reports.Found(report).Select(f => f.Cell!.Address), Is.EqualTo(new[] { "D1", "F1" }));
        });
    }

    private static void AssertRead(Book book, string[] kept, params string[] findings)
    {
        var report = Reports.Check(book);
        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(kept));
            Assert.That(Reports.Found(report).Select(f => f.TextKey), Is.EqualTo(findings));
        });
    }
}
