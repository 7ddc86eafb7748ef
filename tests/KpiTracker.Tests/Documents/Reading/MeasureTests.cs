namespace KpiTracker.Tests.Documents.Reading;

/// <summary>What a table counts in: single people, thousands of them, percent; and months that its heads name alone.</summary>
public sealed class MeasureTests
{
    [Test]
    public void Thousands_are_refused_where_the_row_or_the_title_says_so()
    {
        var report = Reports.Check(Book.Of(["Đơn vị tính: nghìn người"], Reports.HeadA, [1, "HSSV", "ngàn lượt", 9, 8], [2, "Người trưởng thành", null, 63, 55], [3, "CBCCVC", "người", 391, 378]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 378/391" }));
        Assert.That(report.Findings.Where(f => f.Code == "R36").Select(f => (f.Cell!.Address, f.Arguments[0])), Is.EqualTo(new[] { ("A1", "nghìn người"), ("C3", "ngàn lượt") }));
    }

    [TestCase("Tổng số (1.000 người)", "R36")]
    [TestCase("Tổng số (người)", null)]
    public void Thousands_in_a_head_are_refused(string head, string? code) =>
        Assert.That(Reports.Codes(Reports.Check(Book.Of(["STT", "Chỉ tiêu", head, "Đã đạt"], [1, "CBCCVC", 391, 378]))), Is.EqualTo(code is null ? [] : new[] { code }));

    [TestCase("hộ", "R36.things")]
    [TestCase("lượt", "R36.things")]
    [TestCase("doanh nghiệp", "R36.things")]
    [TestCase("suất", "R36.unsure")]
    [TestCase("người/tổng số", null)]
    [TestCase("HS", null)]
    public void Measure_of_other_things_than_people_is_refused_or_asked_about(string measure, string? key)
    {
        var inRow = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", measure, 391, 378]));
        var inTitle = Reports.Check(Book.Of([$"Đơn vị tính: {measure}"], ["STT", "Chỉ tiêu", "Tổng số", "Đã đạt"], [1, "CBCCVC", 391, 378]));

        Assert.That(inRow.Findings.Concat(inTitle.Findings).Select(f => f.TextKey), Is.EqualTo(key is null ? [] : new[] { key, key }));
    }

    [TestCase("Tổng số hộ", "Đã đạt")]
    [TestCase("Tổng số", "Số lượt đạt")]
    [TestCase("Tổng số", "Đạt (hộ)")]
    public void Head_that_counts_other_things_is_refused(string whole, string part) =>
        Assert.That(Reports.Codes(Reports.Check(Book.Of(["STT", "Chỉ tiêu", whole, part], [1, "CBCCVC", 391, 378]))), Is.EqualTo(new[] { "R36" }));

    [TestCase("378 hộ", false)]
    [TestCase("378 lượt", false)]
    [TestCase("378 người", true)]
    [TestCase("'378", true)]
    public void Measure_behind_a_number_must_be_the_indicator_s(string text, bool isRead) =>
        Assert.That(Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", null, 391, text])).Observations, Has.Count.EqualTo(isRead ? 1 : 0));

    [Test]
    public void Own_measure_of_a_count_is_no_question() =>
        Assert.That(
            Reports.Codes(Reports.Check(Book.Of(Reports.HeadA, [1, "Tổ CNSCĐ", "tổ", null, 3], [2, "Lượt người được tập huấn", "lượt", null, "90 lượt"], [3, "Xã hoàn thành phổ cập", "xã, phường", null, 1]))),
            Is.Empty);

    [TestCase("Đơn vị: %")]
    [TestCase("ĐVT: %")]
    public void Table_of_percentages_with_counts_is_asked_about(string title) =>
        Assert.That(Reports.Codes(Reports.Check(Book.Of([title], ["STT", "Chỉ tiêu", "Tổng số", "Đã đạt"], [1, "CBCCVC", 100, 78]))), Is.EqualTo(new[] { "R36" }));

    [Test]
    public void Row_measured_in_percent_is_a_percentage_alone()
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "ĐVT", "Kết quả"], [1, "CBCCVC", "%", 97], [2, "HSSV", "Tỷ lệ %", 98], [3, "Tổ CNSCĐ", "tổ", 28]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 97%", "00109 STUDENTS 98%", "00109 COMMUNITY_TEAMS 28" }));
        Assert.That(Reports.Codes(report), Is.EqualTo(new[] { "R10", "R10" }));
    }

    [TestCase("Tháng 4", "Tháng 5")]
    [TestCase("T4", "T5")]
    [TestCase("4/2025", "05/2025")]
    public void Head_of_a_month_alone_holds_what_was_reached(string earlier, string chosen)
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tổng số", earlier, chosen], [1, "CBCCVC", 391, 376, 378]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 378/391" }));
        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.OtherMonth" }));
    }

    [TestCase("Tháng 12", "2027-01", "2026-12")]
    [TestCase("Tháng 1", "2026-10", "2026-01")]
    [TestCase("Tháng 11", "2026-10", "2026-11")]
    public void Month_without_a_year_is_the_near_one(string text, string chosen, string stated) =>
        Assert.That(KpiTracker.Documents.Reading.PeriodStatements.In(text, KpiTracker.Domain.Periods.ReportingPeriod.Parse(chosen)).Select(p => p.Period.ToString()), Is.EqualTo(new[] { stated }));
}
