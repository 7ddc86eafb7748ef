using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>Each rule found by a workbook that breaks it and nothing else.</summary>
public sealed class RuleTests
{
    private static readonly object?[] Fine = [1, "CBCCVC", "người", 119, 90, 75.6m];

    [Test]
    public void Fine_report_has_no_findings() => Assert.That(Check(Fine).Findings, Is.Empty);

    [TestCase("khoảng 500", "R02")]
    [TestCase("#REF!", "R03", true)]
    [TestCase(-5, "R05")]
    [TestCase(1.5, "R06")]
    [TestCase(130, "R07")]
    public void Slip_in_a_count_refuses_the_indicator_alone(object written, string code, bool isError = false)
    {
        var report = Check([1, "CBCCVC", "người", 119, isError ? new Raw($"<c r=\"{{r}}\" t=\"e\"><v>{written}</v></c>") : written], [2, "HSSV", "người", 10, 9]);

        Assert.Multiple(() =>
        {
            Assert.That(report.Findings.Select(f => (f.Code, f.Severity, f.Cell!.Address)), Is.EqualTo(new[] { (code, Severity.Error, "E2") }));
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 STUDENTS 9/10" }));
        });
    }

    [Test]
    public void A_percentage_s_formula_without_a_result_is_reckoned_from_the_counts_and_not_asked_about() =>
        Assert.That(Check([1, "CBCCVC", "người", 119, 90, new Formula(null)]).Findings, Is.Empty);

    [Test]
    public void A_figure_left_empty_is_asked_for_where_it_belongs() =>
        Assert.That(Check([1, "CBCCVC", "người", 119, 90], [2, "Đại sứ số", "người", null, null]).Findings.Single(f => f.Code == "R09").Cell!.Address, Does.StartWith("E"));

    [Test]
    public void Formula_without_a_result_refuses_the_indicator() => AssertOnly(Check([1, "CBCCVC", "người", 119, new Formula(null)]), "R04", Severity.Error);

    [Test]
    public void Percentage_in_the_column_of_counts_is_refused() => AssertOnly(Check([1, "CBCCVC", "người", 119, new Shown(0.9m)]), "R02", Severity.Error);

    [Test]
    public void Date_in_the_column_of_counts_is_refused() => AssertOnly(Check([1, "CBCCVC", "người", 119, new DateOnly(2025, 5, 1)]), "R02", Severity.Error);

    [TestCase("#DIV/0!", "R03")]
    [TestCase("hết", "R02")]
    public void Broken_percentage_beside_its_counts_is_only_told(string written, string code)
    {
        var report = Check([1, "CBCCVC", "người", 119, 90, written[0] == '#' ? new Raw($"<c r=\"{{r}}\" t=\"e\"><v>{written}</v></c>") : written]);

        AssertOnly(report, code, Severity.Warning);
        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    [TestCase("-")]
    [TestCase("chưa có")]
    [TestCase(null)]
    public void Missing_figure_is_not_nought(object? written)
    {
        var report = Check([1, "CBCCVC", "người", 119, written, new Formula(45.3m)], [2, "HSSV", "người", 10, 9]);

        AssertOnly(report, "R09", Severity.Warning);
        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 STUDENTS 9/10" }));
    }

    [Test]
    public void Percentage_without_counts_is_kept_and_marked()
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tỷ lệ (%)"], [1, "CBCCVC", "85,5%"]));

        AssertOnly(report, "R10", Severity.Warning);
        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 85.5%" }));
    }

    [Test]
    public void Percentage_beyond_a_hundred_without_counts_is_refused() =>
        AssertOnly(Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tỷ lệ (%)"], [1, "CBCCVC", 130])), "R08", Severity.Error);

    [Test]
    public void Percentage_that_is_not_the_counts_is_told() => AssertOnly(Check([1, "CBCCVC", "người", 119, 90, 60m]), "R11", Severity.Warning);

    [Test]
    public void Ratio_left_unformatted_is_the_counts_percentage() => Assert.That(Check([1, "CBCCVC", "người", 119, 90, 0.756m]).Findings, Is.Empty);

    [Test]
    public void Ambiguous_number_says_how_it_was_read()
    {
        var report = Check([1, "HSSV", "người", "1.776", 1084]);

        AssertOnly(report, "R12", Severity.Warning);
        Assert.That(report.Findings[0].Arguments, Does.Contain("1.776"));
    }

    [TestCase("0,879")]
    [TestCase(1)]
    public void Percentage_of_at_most_one_that_stands_alone_is_asked_about(object written)
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tỷ lệ (%)"], [1, "CBCCVC", written]));

        Assert.That(report.Findings.Where(f => f.Severity == Severity.Question).Select(f => f.TextKey), Is.EqualTo(new[] { "R12.percent" }));
    }

    [Test]
    public void Count_whose_whole_is_missing_is_not_called_unreported()
    {
        var report = Check([1, "CBCCVC", "người", null, 90], [2, "HSSV", "người", 10, 9]);

        Assert.That(report.Findings.Select(f => (f.TextKey, f.Arguments[1])), Is.EqualTo(new[] { ("R09.whole", "90") }));
    }

    [Test]
    public void Another_month_on_the_sheet_is_a_question_naming_both()
    {
        var report = Reports.Check(Book.Of(["Tháng 8 năm 2025"], Reports.HeadA, Fine), "00103", new ReportingPeriod(2025, 9));

        AssertOnly(report, "R13", Severity.Question);
        Assert.That(report.Findings[0].Message(CultureInfo.GetCultureInfo("vi")), Does.Contain("08/2025").And.Contain("09/2025"));
    }

    [Test]
    public void Another_ward_in_the_title_is_a_question_naming_both()
    {
        var report = Reports.Check(Book.Of(["UBND QUẬN TÂY HỒ"], ["UBND PHƯỜNG NHẬT TÂN"], Reports.HeadA, Fine));

        AssertOnly(report, "R15", Severity.Question);
        Assert.That(report.Findings[0].Arguments, Is.EqualTo(new[] { "Phường Nhật Tân", "Phường Bưởi" }));
    }

    [Test]
    public void A_ward_of_another_time_in_the_title_is_a_question_naming_both()
    {
        var report = Reports.Check(Book.Of(["UBND PHƯỜNG TỨ LIÊN"], Reports.HeadA, Fine), "00103", new ReportingPeriod(2025, 9));

        AssertOnly(report, "R15", Severity.Question);
        Assert.That(report.Findings[0].Arguments, Is.EqualTo(new[] { "Phường Tứ Liên", "Phường Tây Hồ" }));
    }

    [TestCase("Phường Kim Liên", "R16", Severity.Error)]
    [TestCase("Phường Không Có Đâu", "R17", Severity.Error)]
    [TestCase("Phường Nhật Tâm", "R18", Severity.Question)]
    public void Name_of_a_ward_must_be_one_of_the_district_s(string name, string code, Severity severity) =>
        AssertOnly(Reports.Check(Wards(name), Reports.District), code, severity);

    [Test]
    public void Indicator_given_twice_is_refused_both_times()
    {
        var report = Check(Fine, [2, "CBCCVC", "người", 100, 50], [3, "HSSV", "người", 10, 9]);

        AssertOnly(report, "R19", Severity.Error);
        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 STUDENTS 9/10" }));
    }

    [Test]
    public void Ward_given_twice_is_refused() => AssertOnly(Reports.Check(Wards("Phường Bưởi"), Reports.District), "R19", Severity.Error);

    [Test]
    public void Total_that_does_not_add_up_is_asked_about()
    {
        var book = Book.Of(["STT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Phường Bưởi", 140, 63], [2, "Phường Nhật Tân", 131, 70], ["Tổng cộng", null, 271, 134]);

        AssertOnly(Reports.Check(book, Reports.District), "R20", Severity.Question);
    }

    [Test]
    public void Whole_of_nought_is_told() => AssertOnly(Check([1, "CBCCVC", "người", 0, 0]), "R21", Severity.Warning);

    [Test]
    public void Part_of_nothing_is_refused() => AssertOnly(Check([1, "CBCCVC", "người", 0, 5]), "R07", Severity.Error);

    [Test]
    public void Cumulative_figure_that_falls_is_asked_about()
    {
        var before = new Observation(Reports.Key(Reports.Ward), "CERTIFIED", new ReportingPeriod(2025, 4), 500, null);

        AssertOnly(Reports.Check(Book.Of(Reports.HeadA, [1, "Xác nhận trên VNeID", "người", null, 480]), previous: before), "R22", Severity.Question);
    }

    [TestCase(132, 0)]
    [TestCase(133, 1)]
    public void Whole_that_changes_by_more_than_a_tenth_is_told(int denominator, int warnings)
    {
        var before = new Observation(Reports.Key(Reports.Ward), "OFFICIALS", new ReportingPeriod(2025, 4), 80, 120);
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", denominator, 90]), previous: before);

        Assert.That(Reports.Codes(report), Is.EqualTo(Enumerable.Repeat("R23", warnings)));
    }

    [Test]
    public void Unknown_row_with_figures_is_told_and_not_read() => AssertTold(Check(Fine, [2, "Số hộ nghèo", "hộ", 12, 5]), "R24.UnknownRow", "B3");

    [Test]
    public void A_total_beside_a_count_is_told_and_not_read()
    {
        var report = Check(Fine, [2, "Nhân sự Đại sứ số", "người", 12, 5]);

        AssertTold(report, "R24.WholeOfCount", "D3");
        Assert.That(Reports.Kept(report), Does.Contain("00109 AMBASSADORS 5"));
        Assert.That(Reports.Codes(Check(Fine, [2, "Nhân sự Đại sứ số", "người", 5, 5])), Does.Not.Contain("R24"), "the same number twice is no loss");
    }

    [Test]
    public void Unknown_column_with_figures_is_told_and_not_read() =>
        AssertTold(Reports.Check(Book.Of(["STT", "Đơn vị", "CBCCVC", null, "Đoàn viên", null], [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"], [1, "Phường Bưởi", 140, 63, 10, 5])), "R24.UnknownColumn", "E1", "F1");

    [Test]
    public void Stray_cell_far_below_is_told_once()
    {
        var book = Book.Of(Reports.HeadA, Fine);
        book.Sheets[0].Row(400, "x").Row(402, null, null, null, null, 5);

        AssertTold(Reports.Check(book), "R24.StrayCell", "A400");
    }

    [Test]
    public void Hidden_row_is_read_and_told()
    {
        var book = Book.Of(Reports.HeadA, Fine);
        book.Sheets[0].Hide(2);
        var report = Reports.Check(book);

        AssertTold(report, "R24.HiddenButRead", "B2");
        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    [TestCase("CBCCVC\u202E")]
    [TestCase("Ðại sứ số CBCCVC")]
    public void Deceptive_label_is_refused(string label) => Assert.That(Reports.Codes(Check([1, label, "người", 119, 90])), Does.Contain("R25"));

    [Test]
    public void District_must_name_its_wards() => AssertOnly(Reports.Check(Book.Of(Reports.HeadA, Fine), Reports.District), "R26", Severity.Error);

    [Test]
    public void Report_without_a_figure_is_refused() => Assert.That(Reports.Codes(Check([1, "CBCCVC", "người", "-", "-"])), Is.EqualTo(new[] { "R01" }));

    [TestCase("<c r=\"{r}\"><v>1,5</v></c>")]
    [TestCase("<c r=\"{r}\"><v>12abc</v></c>")]
    [TestCase("<c r=\"{r}\"><v>INF</v></c>")]
    [TestCase("<c r=\"{r}\"><v>1E+300</v></c>")]
    [TestCase("<c r=\"{r}\" t=\"s\"><v>99</v></c>")]
    [TestCase("<c r=\"{r}\" t=\"b\"><v>2</v></c>")]
    [TestCase("<c r=\"{r}\" t=\"e\"><v>#SPILL!</v></c>")]
    [TestCase("<c r=\"{r}\" t=\"q\"><v>5</v></c>")]
    [TestCase("<c r=\"{r}\" s=\"2\"><v>-3</v></c>")]
    [TestCase("<c r=\"{r}\"><v>90</v></c><c r=\"{r}\"><v>91</v></c>")]
    [TestCase("<c r=\"{r}\"><f>1+1</f></c>")]
    public void Malformed_value_is_an_error_on_its_cell_never_a_number(string xml)
    {
        var report = Check([1, "CBCCVC", "người", 119, new Raw(xml)]);

        Assert.Multiple(() =>
        {
            Assert.That(report.Findings.Select(f => (f.Severity, f.Cell!.Address)), Is.EqualTo(new[] { (Severity.Error, "E2") }));
            Assert.That(report.Observations, Is.Empty);
        });
    }

    [TestCase("<c><v>119</v></c><c><v>90</v></c>")]
    [TestCase("<x:c xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" r=\"D2\"><x:v>119</x:v></x:c><c r=\"E2\"><v>9.0000000000000002E1</v></c>")]
    public void Cells_without_address_and_other_namespaces_are_read(string xml) =>
        Assert.That(Reports.Kept(Check([1, "CBCCVC", "người", new Raw(xml)])), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));

    [Test]
    public void Every_rule_has_its_own_code_and_every_text_both_languages()
    {
        var keys = FindingTexts.Resources.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(ReportCheck.Rules.Select(r => r.Code), Is.Unique);
            Assert.That(ReportCheck.Rules.Where(r => !keys.Exists(k => k.StartsWith(r.Code, StringComparison.Ordinal))), Is.Empty);
            Assert.That(keys.Where(IsSentence).Where(k => !keys.Contains(k + ".mend")), Is.Empty, "a finding says how to mend it");
            Assert.That(keys.Where(IsSentence).Where(k => !keys.Contains(k + ".group")), Is.Empty, "three alike stand under one heading, '<key>.group'");
            Assert.That(typeof(ReportRule).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(ReportRule)) && !t.IsAbstract), Is.EqualTo(ReportCheck.Rules.Count));
        });
    }

    private static bool IsSentence(string key) => !key.EndsWith(".mend", StringComparison.Ordinal) && !key.EndsWith(".group", StringComparison.Ordinal);

    private static Book Wards(string second) =>
        Book.Of(["STT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Phường Bưởi", 140, 63], [2, second, 131, 70]);

    private static CheckedReport Check(params object?[][] lines) => Reports.Check(Book.Of([Reports.HeadA, .. lines]));

    private static void AssertOnly(CheckedReport report, string code, Severity severity) =>
        Assert.That(Reports.Found(report).Select(f => (f.Code, f.Severity)), Is.EqualTo(new[] { (code, severity) }));

    private static void AssertTold(CheckedReport report, string textKey, params string[] cells) =>
        Assert.That(report.Findings.Select(f => (f.TextKey, f.Severity, f.Cell!.Address)), Is.EqualTo(cells.Select(c => (textKey, Severity.Warning, c))));
}
