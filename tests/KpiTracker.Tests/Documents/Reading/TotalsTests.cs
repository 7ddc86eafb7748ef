using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>Totals are recognised, never read as a ward, and held against the lines that they cover.</summary>
public sealed class TotalsTests
{
    private static readonly object?[][] Head = [["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"]];
    private static readonly object?[] Buoi = [1, "Phường Bưởi", 140, 63];
    private static readonly object?[] NhatTan = [2, "Phường Nhật Tân", 131, 70];
    private static readonly object?[] QuangAn = [3, "Phường Quảng An", 100, 50];
    private static readonly string[] Three = ["00109 OFFICIALS 63/140", "00094 OFFICIALS 70/131", "00100 OFFICIALS 50/100"];

    [TestCase(0)]
    [TestCase(5)]
    public void Sub_totals_below_their_parts(int off) => AssertTotals(
        off,
        "C5",
        Buoi,
        NhatTan,
        [null, "Cộng cụm 1", 271 + off, 133],
        QuangAn,
        [null, "Cộng cụm 2", 100, 50],
        [null, "Tổng cộng toàn quận", 371, 183]);

    [TestCase(0)]
    [TestCase(-1)]
    public void Sub_totals_above_their_parts_under_roman_numbers(int off) => AssertTotals(
        off,
        "D4",
        [null, "Tổng số", 371, 183],
        ["I", "Cụm ven hồ", 271, 133 + off],
        Buoi,
        NhatTan,
        ["II", "Cụm phía bắc", 100, 50],
        QuangAn);

    [TestCase(0)]
    [TestCase(9)]
    public void Totals_by_kind_of_ward(int off) => AssertTotals(
        off,
        "C7",
        Buoi,
        NhatTan,
        [null, "Tổng phường loại I", 271, 133],
        QuangAn,
        [null, "Tổng phường loại II", 100 + off, 50],
        [null, "Tổng 3 phường", 371, 183]);

    [TestCase(0)]
    [TestCase(1)]
    public void Total_on_top(int off) => AssertTotals(off, "C3", ["A", "Tổng cộng", 371 + off, 183], Buoi, NhatTan, QuangAn);

    [TestCase(0)]
    [TestCase(3)]
    public void Total_columns_of_the_transpose(int off)
    {
        var report = Reports.Check(
            Book.Of(
                ["STT", "Chỉ tiêu", "Phường Bưởi", null, "Phường Nhật Tân", null, "Tổng cộng", null],
                [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt", "Tổng số", "Đạt"],
                [1, "CBCCVC", 140, 63, 131, 70, 271 + off, 133]),
            Reports.District);

        AssertAsked(report, off, "G3");
    }

    [TestCase(0)]
    [TestCase(3)]
    public void Total_column_beside_rows_of_roles(int off)
    {
        var report = Reports.Check(
            Book.Of(
                ["Chỉ tiêu", "Nội dung", "Phường Bưởi", "Phường Nhật Tân", "Tổng cộng"],
                ["CBCCVC", "Tổng số", 140, 131, 271],
                [null, "Số đạt", 63, 70, 133 + off]),
            Reports.District);

        AssertAsked(report, off, "E3");
    }

    [TestCase(0)]
    [TestCase(2)]
    public void Indicators_over_their_wards_carry_totals(int off)
    {
        var report = Reports.Check(
            Book.Of(
                ["STT", "Nội dung", "Tổng số", "Đạt"],
                ["I", "CBCCVC", 271, 133 + off],
                [1, "Phường Bưởi", 140, 63],
                [2, "Phường Nhật Tân", 131, 70]),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(Three[..2]));
        AssertAsked(report, off, "D2");
    }

    [Test]
    public void Head_printed_on_each_page_is_no_new_table()
    {
        var report = Reports.Check(Book.Of([.. Head, Buoi, .. Head, NhatTan, .. Head, QuangAn, [null, "Tổng cộng", 371, 183]]), Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(Three));
        Assert.That(Reports.Found(report), Is.Empty);
    }

    [Test]
    public void Sum_of_a_part_that_has_no_wards_is_told() =>
        Assert.That(
            Reports.Found(Reports.Check(Book.Of([.. Head, Buoi, [null, "Cộng cụm 1", 140, 63], [null, "Cộng cụm 2", 5, 4]]), Reports.District)).Select(f => (f.TextKey, f.Cell!.Address)),
            Is.EqualTo(new[] { ("R24.UnknownRow", "B5") }));

    [TestCase(12796, 7779, true)]
    [TestCase(12705, 7689, false)]
    [TestCase(12824, 7779, false)]
    public void Total_row_over_indicators_is_held_against_them(int whole, int reached, bool isAsked)
    {
        var report = Reports.Check(Book.Of(
            Reports.HeadA,
            [1, "CBCCVC", "người", 119, 90],
            [2, "Người trưởng thành", "người", 12705, 7689],
            [3, "Tổ CNSCĐ", "tổ", null, 5],
            [null, "Tổng cộng", null, whole == 12705 ? 12824 : whole, reached == 7689 ? 7784 : reached]));

        Assert.That(report.Findings.Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(isAsked ? new[] { ("R20.row", "D5") } : []));
    }

    [TestCase(14896, null)]
    [TestCase(99999, "R20.row")]
    public void Group_row_over_its_indicators_is_held_against_them(int whole, string? key)
    {
        var report = Reports.Check(Book.Of(
            Reports.HeadA,
            ["I", "Khối dân cư", null, whole, 8823],
            [1, "HSSV", "người", 2191, 1134],
            [2, "Người trưởng thành", "người", 12705, 7689],
            ["II", "Khối cơ quan", null, 119, 90],
            [3, "CBCCVC", "người", 119, 90]));

        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(key is null ? [] : new[] { key }));
    }

    [TestCase(271, null)]
    [TestCase(272, "R20.column")]
    public void Column_that_adds_up_some_is_held_against_them(int sum, string? key)
    {
        var report = Reports.Check(
            Book.Of(
                ["TT", "Đơn vị", "CBCCVC", null, "HSSV", null, "Cộng 2 nhóm", null],
                [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt", "Tổng số", "Đạt"],
                [1, "Phường Bưởi", 140, 63, 131, 70, sum, 133]),
            Reports.District);

        Assert.That(Reports.Found(report).Select(f => f.TextKey), Is.EqualTo(key is null ? [] : new[] { key }));
    }

    [Test]
    public void Averages_and_comparisons_are_no_units()
    {
        var report = Reports.Check(Book.Of([.. Head, Buoi, [null, "Bình quân/phường", 12.5, 12.5], [null, "So với tháng trước", 3, 3]]), Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140" }));
        Assert.That(Reports.Found(report).Select(f => f.TextKey), Is.All.EqualTo("R24.UnknownIndicator"));
    }

    [Test]
    public void Ward_s_table_by_neighbourhood_is_read_by_its_total_which_is_asked_about()
    {
        var report = Reports.Check(Book.Of(
            ["TT", "Tổ dân phố", "CBCCVC", null],
            [null, null, "Tổng số", "Đạt"],
            [1, "Tổ dân phố số 1", 100, 40],
            [2, "Tổ dân phố số 2", 19, 10],
            [null, "Tổng cộng", 119, 50]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 50/119" }));
        Assert.That(report.Findings.Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R26.total", "B5") }));
    }

    [Test]
    public void Ward_s_table_by_neighbourhood_without_a_total_is_refused() =>
        Assert.That(
            Reports.Check(Book.Of(["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Thôn Đoài", 100, 40], [2, "Thôn Đông", 19, 10])).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.TextKey),
            Does.Contain("R26.neighbourhoods"));

    private static void AssertTotals(int off, string cell, params object?[][] rows)
    {
        var report = Reports.Check(Book.Of([.. Head, .. rows]), Reports.District);
        Assert.That(Reports.Kept(report), Is.EqualTo(Three));
        AssertAsked(report, off, cell);
    }

    private static void AssertAsked(CheckedReport report, int off, string cell) =>
        Assert.That(Reports.Found(report).Select(f => (f.Code, f.Severity, f.Cell!.Address)), Is.EqualTo(off == 0 ? [] : new[] { ("R20", Severity.Question, cell) }));
}
