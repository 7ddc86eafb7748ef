using System.Globalization;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>What a title says of month and unit, in all the ways in which offices put it, is held against what was chosen.</summary>
public sealed class StatementTests
{
    [TestCase("Kỳ báo cáo: từ ngày 15/4/2025 đến ngày 14/5/2025", "2025-05")]
    [TestCase("Từ 15/5/2025 đến 14/6/2025", "2025-06")]
    [TestCase("(từ 15/5 đến 14/6)", "2025-06")]
    [TestCase("Số liệu tính đến ngày 30/4/2025", "2025-04")]
    [TestCase("Tính đến hết ngày 31 tháng 5 năm 2025", "2025-05")]
    [TestCase("Số liệu tính đến 05/6/2025", "2025-05")]
    [TestCase("BÁO CÁO THÁNG TƯ NĂM 2025", "2025-04")]
    [TestCase("Báo cáo tháng Mười hai năm 2024", "2024-12")]
    [TestCase("Báo cáo tháng Năm năm 2025", "2025-05")]
    [TestCase("Báo cáo kết quả tháng 5 và nhiệm vụ trọng tâm tháng 6 năm 2025", "2025-05")]
    [TestCase("Kết quả tháng 5/2025, phương hướng tháng 6/2025", "2025-05")]
    public void Month_is_found_however_it_is_put(string title, string month) =>
        Assert.That(PeriodStatements.In(title, Reports.May).Select(p => p.Period.ToString()).Distinct(), Is.EqualTo(new[] { month }));

    [TestCase("Báo cáo tháng      năm 2025")]
    [TestCase("Nhiệm vụ tháng sau")]
    [TestCase("(theo Kế hoạch số 138/KH-UBND ngày 22/5/2025)")]
    public void What_states_no_month_is_taken_for_none(string title) => Assert.That(PeriodStatements.In(title, Reports.May), Is.Empty);

    [TestCase("BÁO CÁO QUÝ II NĂM 2025")]
    [TestCase("Báo cáo 6 tháng đầu năm 2025")]
    [TestCase("Báo cáo tháng 4, 5 năm 2025")]
    [TestCase("Từ tháng 1 đến tháng 5 năm 2025")]
    public void Longer_period_than_a_month_is_asked_about(string title)
    {
        var report = Reports.Check(Book.Of([title], Reports.HeadA, [1, "CBCCVC", "người", 119, 90]));

        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R13.longer" }));
    }

    [Test]
    public void Month_beside_a_longer_period_is_what_counts() =>
        Assert.That(Reports.Codes(Reports.Check(Book.Of(["Báo cáo tháng 5 năm 2025"], ["và 6 tháng đầu năm"], Reports.HeadA, [1, "CBCCVC", "người", 119, 90]))), Is.Empty);

    [TestCase("Mã đơn vị: 00094", true)]
    [TestCase("Mã đơn vị: 00109", false)]
    [TestCase("Mã số thuế: 00999", false)]
    public void Code_of_another_ward_in_the_title_is_asked_about(string title, bool isAsked)
    {
        var report = Reports.Check(Book.Of(["UBND PHƯỜNG BƯỞI"], [title], Reports.HeadA, [1, "CBCCVC", "người", 119, 90]));

        Assert.That(Reports.Codes(report), Is.EqualTo(isAsked ? new[] { "R15" } : []));
    }

    [Test]
    public void Sheet_whose_title_and_name_are_two_wards_is_refused()
    {
        var book = new Book();
        book.Add("Phú Thượng").Rows(1, ["UBND PHƯỜNG NHẬT TÂN"], [.. Reports.HeadA], [1, "CBCCVC", "người", 119, 90]);
        var report = Reports.Check(book, Reports.District);

        Assert.That(report.Observations, Is.Empty);
        Assert.That(Reports.Found(report).Select(f => f.TextKey), Is.EqualTo(new[] { "R17.sheet" }));
    }

    [Test]
    public void Columns_that_say_the_same_are_named_and_not_read()
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tổng số", "Đạt", "Đã đạt"], [1, "CBCCVC", 119, 90, 91], [2, "HSSV", 219, 190, 191]));

        Assert.Multiple(() =>
        {
            Assert.That(report.Observations, Is.Empty);
            Assert.That(report.Findings.Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R19.columns", "D1") }));
            Assert.That(report.Findings[0].Message(CultureInfo.GetCultureInfo("vi")), Does.StartWith("Các cột D, E (“Đạt”, “Đã đạt”) cùng một ý nghĩa"));
        });
    }

    [Test]
    public void Men_and_women_beside_their_total_are_left_out()
    {
        var report = Reports.Check(Book.Of(
            ["STT", "Chỉ tiêu", "Tổng số", null, null, "Đã đạt", null, null],
            [null, null, "Nam", "Nữ", "Tổng", "Nam", "Nữ", "Tổng"],
            [1, "CBCCVC", 59, 60, 119, 45, 45, 90]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    [Test]
    public void Ward_that_was_merged_is_named_with_what_became_of_it()
    {
        var report = Reports.Check(
            Book.Of(["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Phường Nhật Tân", 140, 63]),
            "KV003",
            new KpiTracker.Domain.Periods.ReportingPeriod(2025, 9));

        Assert.That(Reports.Found(report).Select(f => f.TextKey), Is.EqualTo(new[] { "R17.former" }));
        Assert.That(report.Findings[0].Arguments[2], Does.Contain("Phường"));
    }

    [Test]
    public void Nothing_to_report_typed_in_cells_is_missing_and_an_empty_report_says_why()
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, "Không phát sinh"], [2, "HSSV", "người", 219, "chưa phát sinh"]));

        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R01.nothing", "R09", "R09" }));
        Assert.That(report.Outcome, Is.EqualTo(CheckOutcome.Rejected));
    }

    [Test]
    public void Long_text_is_quoted_short()
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new string('x', 5000)]));

        Assert.That(report.Findings.Single().Message(CultureInfo.GetCultureInfo("vi")), Has.Length.LessThan(300).And.Contain("…"));
    }

    [Test]
    public void No_more_of_a_kind_is_listed_than_anybody_reads()
    {
        var lines = Enumerable.Range(1, 1100).Select(i => new object?[] { i, $"zz{i}", null, 119, 90 });
        var report = Reports.Check(Book.Of([Reports.HeadA, [1, "CBCCVC", "người", 119, 90], .. lines]));

        Assert.Multiple(() =>
        {
            Assert.That(report.Findings.Count(f => f.TextKey == "R24.UnknownRow"), Is.EqualTo(1000));
            Assert.That(report.Findings.Single(f => f.TextKey == "more").Message(CultureInfo.GetCultureInfo("vi")), Is.EqualTo("… và 100 chỗ nữa cùng loại R24."));
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
        });
    }
}
