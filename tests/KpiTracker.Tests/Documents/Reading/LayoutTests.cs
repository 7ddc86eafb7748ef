using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>One table for each way in which offices lay theirs out.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Both = ["00109 OFFICIALS 90/119", "00109 ADULTS 7689/12705"];

    [Test]
    public void Columns_may_stand_in_any_order() => AssertBoth(Book.Of(
        ["Tỷ lệ", "Số đạt", "Tổng số", "Nội dung", "TT"],
        [75.6m, 90, 119, "CBCCVC", 1],
        [60.5m, 7689, 12705, "Người trưởng thành", 2]));

    [Test]
    public void Table_may_start_anywhere()
    {
        var book = new Book();
        book.Add("Sheet3").RowFrom(21, 6, Reports.HeadA).RowFrom(22, 6, 1, "CBCCVC", "người", 119, 90).RowFrom(23, 6, 2, "Người trưởng thành", "người", 12705, 7689);
        AssertBoth(book);
    }

    [Test]
    public void Blank_and_group_rows_are_passed_over() => AssertBoth(Book.Of(
        Reports.HeadA,
        ["I", "Nhóm khu vực công"],
        [1, "Cán bộ, công chức, viên chức và NLĐ khu vực công có hiểu biết về chuyển đổi số", "người", 119, 90],
        [],
        [],
        ["II", "Nhóm người dân, doanh nghiệp"],
        [2, "Người dân trong độ tuổi trưởng thành có tri thức cơ bản", "người", 12705, 7689]));

    [Test]
    public void Row_that_numbers_the_columns_is_head() => AssertBoth(Book.Of(
        Reports.HeadA,
        [1, 2, 3, 4, 5, 6, 7],
        [1, "CBCCVC", "người", 119, 90],
        [2, "Người trưởng thành", "người", 12705, 7689]));

    [Test]
    public void Column_numbers_may_be_formulas_in_words() => AssertBoth(Book.Of(
        Reports.HeadA,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)=(5)/(4)", "(7)"],
        [1, "CBCCVC", "người", 119, 90],
        [2, "Người trưởng thành", "người", 12705, 7689]));

    [Test]
    public void Head_of_two_rows_over_counts_is_read()
    {
        var book = new Book();
        book.Add("Báo cáo").Rows(
            3,
            ["STT", "Chỉ tiêu", "ĐVT", "Kết quả thực hiện", null, null, "Ghi chú"],
            [null, null, null, "Tổng số", "Số đã đạt", "Tỷ lệ %"],
            [1, "CBCCVC", "người", 119, 90, 75.6m],
            [2, "Người trưởng thành", "người", 12705, 7689, 60.5m]).Merge("A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:G4");
        AssertBoth(book);
    }

    [Test]
    public void Targets_and_last_months_figures_are_left_alone() => AssertBoth(Book.Of(
        ["STT", "Chỉ tiêu", "Mục tiêu (%)", "Tháng trước", "Tổng số", "Đã đạt", "Chưa đạt", "So với kỳ trước"],
        [1, "CBCCVC", 95, 80, 119, 90, 29, 10],
        [2, "Người trưởng thành", 85, 7000, 12705, 7689, 5016, 689]));

    [Test]
    public void Cumulative_column_holds_for_what_is_there_not_the_month_s() => AssertBoth(Book.Of(
        ["STT", "Chỉ tiêu", "Tổng số", "Trong tháng", "Lũy kế", "Tỷ lệ"],
        [1, "CBCCVC", 119, 10, 90, 75.6m],
        [2, "Người trưởng thành", 12705, 600, 7689, 60.5m]));

    [Test]
    public void Footer_ends_the_table() => AssertBoth(Book.Of(
        Reports.HeadA,
        [1, "CBCCVC", "người", 119, 90],
        [2, "Người trưởng thành", "người", 12705, 7689],
        [],
        ["Nơi nhận:", null, null, null, "TM. ỦY BAN NHÂN DÂN"],
        ["- Lưu: VT.", null, null, null, "CHỦ TỊCH"],
        [null, null, null, null, "Nguyễn Văn A"]));

    [Test]
    public void Units_in_rows_under_a_merged_head_with_a_total_row()
    {
        var report = Reports.Check(UnitsInRows(), Reports.District);

        Assert.Multiple(() =>
        {
            Assert.That(report.Report.Layout, Is.EqualTo(ReportLayout.UnitsInRows));
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 867/1636", "00094 OFFICIALS 70/131", "00094 STUDENTS 1440/2067" }));
            Assert.That(report.Outcome, Is.EqualTo(CheckOutcome.Accepted));
        });
    }

    [Test]
    public void Units_in_rows_with_the_head_in_one_row()
    {
        var report = Reports.Check(
            Book.Of(
                ["TT", "Phường", "Tổng số CBCCVC", "Số CBCCVC đạt", "Tỷ lệ CBCCVC", "Tổng số HSSV", "Số HSSV đạt", "Tỷ lệ HSSV"],
                [1, "P. Bưởi", 140, 63, 45m, 1636, 867, 53m],
                [2, "P.Nhật Tân", 131, 70, 53.4m, 2067, 1440, 69.7m]),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 867/1636", "00094 OFFICIALS 70/131", "00094 STUDENTS 1440/2067" }));
    }

    [Test]
    public void Units_in_rows_under_a_head_of_three_rows_that_is_not_merged()
    {
        var report = Reports.Check(
            Book.Of(
                ["STT", "Đơn vị", "Khu vực công", null, null, null],
                [null, null, "CBCCVC", null, "Học sinh, sinh viên", null],
                [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"],
                [1, "Phường Bưởi", 140, 63, 1636, 867],
                ["", "Cộng", 140, 63, 1636, 867]),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 867/1636" }));
    }

    [Test]
    public void Units_in_columns_over_totals_and_parts()
    {
        var report = Reports.Check(
            Book.Of(
                ["STT", "Chỉ tiêu", "Phường Bưởi", null, "Phường Nhật Tân", null, "Tổng cộng", null],
                [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt", "Tổng số", "Đạt"],
                [1, "CBCCVC", 140, 63, 131, 70, 271, 133],
                [2, "HSSV", 1636, 867, 2067, 1440, 3703, 2307]),
            Reports.District);

        Assert.Multiple(() =>
        {
            Assert.That(report.Report.Layout, Is.EqualTo(ReportLayout.UnitsInColumns));
            Assert.That(Reports.Kept(report), Is.EquivalentTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 867/1636", "00094 OFFICIALS 70/131", "00094 STUDENTS 1440/2067" }));
            Assert.That(report.Outcome, Is.EqualTo(CheckOutcome.Accepted));
        });
    }

    [Test]
    public void Units_in_columns_and_totals_and_parts_in_rows()
    {
        var report = Reports.Check(
            Book.Of(
                ["Chỉ tiêu", "Nội dung", "Phường Bưởi", "Phường Nhật Tân"],
                ["CBCCVC", "Tổng số", 140, 131],
                [null, "Số đạt", 63, 70],
                [null, "Tỷ lệ", new Shown(0.45m), new Shown(0.534m)],
                ["HSSV", "Tổng số", 1636, 2067],
                [null, "Số đạt", 867, 1440],
                [null, "Tỷ lệ", new Shown(0.53m), new Shown(0.697m)]),
            Reports.District);

        Assert.Multiple(() =>
        {
            Assert.That(report.Report.Layout, Is.EqualTo(ReportLayout.UnitsInColumns));
            Assert.That(Reports.Kept(report), Is.EquivalentTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 867/1636", "00094 OFFICIALS 70/131", "00094 STUDENTS 1440/2067" }));
        });
    }

    [Test]
    public void Indicators_in_rows_under_a_heading_for_each_ward()
    {
        var report = Reports.Check(
            Book.Of(
                Reports.HeadA,
                ["I", "Phường Bưởi"],
                [1, "CBCCVC", "người", 140, 63],
                ["II", "Phường Nhật Tân"],
                [1, "CBCCVC", "người", 131, 70]),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00094 OFFICIALS 70/131" }));
    }

    [Test]
    public void One_line_for_each_ward_and_indicator()
    {
        var report = Reports.Check(
            Book.Of(
                ["STT", "Phường", "Chỉ tiêu", "Tổng số", "Đã đạt"],
                [1, "Bưởi", "CBCCVC", 140, 63],
                [2, "Bưởi", "HSSV", 1636, 867],
                [3, "Nhật Tân", "CBCCVC", 131, 70]),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 867/1636", "00094 OFFICIALS 70/131" }));
    }

    [Test]
    public void Months_side_by_side_give_the_chosen_month() => AssertBoth(Book.Of(
        ["STT", "Chỉ tiêu", "Tổng số", "Đạt tháng 4", "Đạt tháng 5"],
        [1, "CBCCVC", 119, 80, 90],
        [2, "Người trưởng thành", 12705, 7000, 7689]));

    [Test]
    public void Second_table_under_the_first_is_read_too() => AssertBoth(Book.Of(
        Reports.HeadA,
        [1, "CBCCVC", "người", 119, 90],
        [],
        ["B. Người dân"],
        Reports.HeadA,
        [1, "Người trưởng thành", "người", 12705, 7689]));

    [Test]
    public void Counts_are_read_from_whichever_column_holds_them()
    {
        var report = Reports.Check(Book.Of(
            Reports.HeadA,
            [1, "Tổ công nghệ số cộng đồng", "tổ", 25],
            [2, "Đại sứ số", "người", null, 12]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 COMMUNITY_TEAMS 25", "00109 AMBASSADORS 12" }));
    }

    [Test]
    public void Sheet_of_notes_and_hidden_sheets_are_passed_over()
    {
        var book = new Book();
        book.Add("Ghi chú").Rows(1, ["Số liệu đến ngày 31/5/2025"], ["Người lập: chị Lan"]);
        book.Add("Cũ", "hidden").Rows(1, Reports.HeadA, [1, "CBCCVC", "người", 1, 1]);
        book.Add("BC").Rows(1, Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "Người trưởng thành", "người", 12705, 7689]);
        AssertBoth(book);
    }

    [Test]
    public void Sheet_of_the_chosen_month_is_taken_among_several()
    {
        var book = new Book();
        book.Add("T4").Rows(1, ["Tháng 4 năm 2025"], Reports.HeadA, [1, "CBCCVC", "người", 119, 80], [2, "HSSV", "người", 100, 80], [3, "Người trưởng thành", "người", 12705, 7000]);
        book.Add("T5").Rows(1, ["Tháng 5 năm 2025"], Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "Người trưởng thành", "người", 12705, 7689]);
        var report = Reports.Check(book);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(Both));
            Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.OtherMonth" }));
        });
    }

    private static Book UnitsInRows()
    {
        var book = new Book();
        book.Add("Tổng hợp").Rows(
            1,
            ["UBND QUẬN TÂY HỒ", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["TỔNG HỢP KẾT QUẢ THÁNG 5 NĂM 2025"],
            ["TT", "Đơn vị", "CBCCVC", null, null, "HSSV", null, null],
            [null, null, "Tổng số", "Số đạt", "Tỷ lệ", "Tổng số", "Số đạt", "Tỷ lệ"],
            [1, "PHƯỜNG BƯỞI", 140, 63, new Formula(new Shown(0.45m)), 1636, 867, new Formula(new Shown(0.53m))],
            [2, "Phuong Nhat Tan", 131, 70, new Formula(new Shown(0.534m)), 2067, 1440, new Formula(new Shown(0.697m))],
            ["Tổng cộng", null, 271, 133, new Formula(new Shown(0.49m)), 3703, 2307, new Formula(new Shown(0.623m))])
            .Merge("A3:A4", "B3:B4", "C3:E3", "F3:H3", "A7:B7");
        return book;
    }

    private static void AssertBoth(Book book)
    {
        var report = Reports.Check(book);
        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(Both));
            Assert.That(report.Outcome, Is.EqualTo(CheckOutcome.Accepted), string.Join("; ", report.Findings.Select(f => $"{f.TextKey} {f.Cell?.Address}")));
        });
    }
}
