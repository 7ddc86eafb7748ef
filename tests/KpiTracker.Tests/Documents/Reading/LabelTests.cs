using System.Globalization;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>Labels that no register knows: told with what is nearest, asked when they nearly fit, read as a person said before.</summary>
public sealed class LabelTests
{
    private static readonly Book Rows = Book.Of(
        [.. Reports.HeadA, "Số camera"],
        [1, "CBCCVC", "người", 119, 90, null, null, 7],
        [2, "Đoàn viên đô thị", "người", 50, 40]);

    private static readonly Book Columns = Book.Of(
        ["STT", "Đơn vị", "CBCCVC", null, "Đoàn viên đô thị", null],
        [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"],
        [1, "Phường Bưởi", 140, 63, 10, 5]);

    [Test]
    public void Unknown_column_and_row_are_told_with_their_place()
    {
        var report = Reports.Check(Rows);

        Assert.Multiple(() =>
        {
            Assert.That(report.Findings.Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R24.UnknownColumn", "H1"), ("R24.UnknownRow", "B3") }));
            Assert.That(report.Findings[0].Message(CultureInfo.GetCultureInfo("vi")), Is.EqualTo("Cột H “Số camera”: không thuộc chỉ tiêu nào nên bị bỏ qua."));
            Assert.That(Unplaced(report, "H1").Label, Is.EqualTo(new MappableLabel("so camera", true, true)));
            Assert.That(Unplaced(report, "B3").Label, Is.EqualTo(new MappableLabel("doan vien do thi", false, false)));
        });
    }

    [Test]
    public void Unknown_column_without_figures_is_passed_over_in_silence() =>
        Assert.That(Reports.Check(Book.Of([.. Reports.HeadA, "Số camera", "Người phụ trách"], [1, "CBCCVC", "người", 119, 90, null, null, null, "chị Lan"])).Findings, Is.Empty);

    [Test]
    public void Unknown_label_gets_the_nearest_three()
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "Người già trưởng lão thành phố", "người", 12, 5]));
        var unknown = Unplaced(report, "B3");

        Assert.Multiple(() =>
        {
            Assert.That(unknown.NearestIndicators, Has.Count.InRange(1, 3).And.Contains("ADULTS"));
            Assert.That(report.Findings.Single(f => f.Cell!.Address == "B3").Message(CultureInfo.GetCultureInfo("vi")), Does.Contain("gần nhất: ").And.Contain("“Người trưởng thành”"));
        });
    }

    [TestCase("Cán bộ công chúc viên chức", "OFFICIALS")]
    [TestCase("Can bo cong chucc, vien chuc", "OFFICIALS")]
    [TestCase("Người dân trưởng thnàh", "ADULTS")]
    [TestCase("Ngừoi dân trưởng thàn", "ADULTS")]
    [TestCase("Danh tính sốs", "DIGITAL_ID")]
    [TestCase("Tổ công ngệ số cộng đồng", "COMMUNITY_TEAMS")]
    [TestCase("Người laođộng", "WORKERS")]
    public void Slip_of_the_keyboard_is_read_and_asked(string label, string code)
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, label, null, 119, 90]));

        Assert.Multiple(() =>
        {
            Assert.That(report.Report.Lines.Select(l => (l.IndicatorCode, l.Resembles)), Is.EqualTo(new[] { (code, new UncertainLabel(label, new CellRef("Báo cáo", "B2"))) }));
            Assert.That(report.Findings.Where(f => f.Severity != Severity.Warning).Select(f => (f.Code, f.Severity, f.Cell!.Address)), Is.EqualTo(new[] { ("R34", Severity.Question, "B2") }));
        });
    }

    [TestCase("Người dân tộc thiểu số")]
    [TestCase("Người trưởng thành chưa đạt")]
    [TestCase("Người trưởng thành nữ")]
    [TestCase("Trong đó: nữ")]
    [TestCase("Kế hoạch người trưởng thành")]
    [TestCase("Người trưởng thành năm trước")]
    [TestCase("Học sinh tiểu học")]
    [TestCase("Người dân là hội viên phụ nữ")]
    [TestCase("Người lao động thuộc hộ nghèo")]
    [TestCase("Người lao động tự do")]
    [TestCase("CB, CC, VC khối phường đã nghỉ hưu")]
    [TestCase("Phụ huynh học sinh")]
    [TestCase("Người không phải lao động doanh nghiệp")]
    [TestCase("Công nhân KCN")]
    [TestCase("Người dân")]
    [TestCase("Số hộ gia đình")]
    public void Words_that_change_the_meaning_are_no_slip(string label)
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "Tổ CNSCĐ", "tổ", null, 3], [2, label, "người", 119, 90]));

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 COMMUNITY_TEAMS 3" }));
            Assert.That(report.Findings.Select(f => f.Cell!.Address), Has.All.EqualTo("B3"));
        });
    }

    [Test]
    public void Slip_beside_the_indicator_itself_is_another_label()
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "Người trưởng thành", "người", 119, 90], [2, "Người trưởng thànk", "người", 10, 5]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 ADULTS 90/119" }));
        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.UnknownRow.near" }));
    }

    [Test]
    public void Slip_over_a_column_is_asked_once_for_all_wards()
    {
        var report = Reports.Check(
            Book.Of(["STT", "Đơn vị", "Cán bộ công chứcc", null], [null, null, "Tổng số", "Đạt"], [1, "Phường Bưởi", 140, 63], [2, "Phường Nhật Tân", 131, 70]),
            Reports.District);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00094 OFFICIALS 70/131" }));
            Assert.That(Reports.Found(report).Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R34", "C1") }));
        });
    }

    [Test]
    public void Mapped_row_is_read_as_the_indicator_that_a_person_chose()
    {
        var report = Reports.Check(Rows, With(new LabelMapping("doan vien do thi", LabelUse.Indicator, "STUDENTS"), new LabelMapping("so camera", LabelUse.Ignored, null)));

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119", "00109 STUDENTS 40/50" }));
            Assert.That(report.Findings.Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R24.MappedToNothing", "H1"), ("R24.MappedLabel", "B3") }));
            Assert.That(report.Findings[1].Message(CultureInfo.GetCultureInfo("vi")), Is.EqualTo("“Đoàn viên đô thị” được đọc là chỉ tiêu “Học sinh, sinh viên” theo lựa chọn đã lưu."));
        });
    }

    [Test]
    public void Row_mapped_to_nothing_is_left_out_and_said() =>
        Assert.That(
            Reports.Check(Rows, With(new LabelMapping("doan vien do thi", LabelUse.Ignored, null))).Findings.Select(f => f.TextKey),
            Is.EqualTo(new[] { "R24.UnknownColumn", "R24.MappedToNothing" }));

    [TestCase("doan vien do thi")]
    [TestCase("doan vien do thi tong so")]
    public void Mapped_head_is_read_under_two_rows(string key)
    {
        List<LabelMapping> mappings = [new(key, LabelUse.Indicator, "STUDENTS")];
        if (key.EndsWith("tong so", StringComparison.Ordinal))
        {
            mappings.Add(new LabelMapping("doan vien do thi dat", LabelUse.Indicator, "STUDENTS"));
        }

        var report = Reports.Check(Columns, Reports.Context(Reports.District) with { Mappings = mappings });

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 5/10" }));
            Assert.That(Reports.Found(report).Select(f => f.TextKey), Has.All.EqualTo("R24.MappedLabel"));
        });
    }

    [Test]
    public void Mapped_head_of_one_row_is_read()
    {
        var book = Book.Of(["TT", "Phường", "Tổng số CBCCVC", "Số CBCCVC đạt", "Đoàn viên - Tổng số", "Đoàn viên - Số đạt"], [1, "P. Bưởi", 140, 63, 10, 5]);
        var context = Reports.Context(Reports.District) with
        {
            Mappings = [new("doan vien tong so", LabelUse.Indicator, "STUDENTS"), new("doan vien so dat", LabelUse.Indicator, "STUDENTS")],
        };

        Assert.That(Reports.Kept(Reports.Check(book, context)), Is.EqualTo(new[] { "00109 OFFICIALS 63/140", "00109 STUDENTS 5/10" }));
    }

    [Test]
    public void Column_is_given_the_role_that_a_person_chose()
    {
        var book = Book.Of(["STT", "Tên chỉ tiêu", "Quân số", "Đã xong"], [1, "CBCCVC", 119, 90]);
        var report = Reports.Check(book, With(new("quan so", LabelUse.Denominator, null), new("da xong", LabelUse.Numerator, null)));

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
            Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.MappedLabel.Denominator", "R24.MappedLabel.Numerator" }));
        });
    }

    [Test]
    public void Mapping_answers_the_question_of_a_slip() =>
        Assert.That(
            Reports.Check(
                Book.Of(Reports.HeadA, [1, "Cán bộ công chúc viên chức", "người", 119, 90]),
                With(new LabelMapping(LabelKey.Of("Cán bộ công chúc viên chức"), LabelUse.Indicator, "OFFICIALS"))).Findings.Select(f => f.TextKey),
            Is.EqualTo(new[] { "R24.MappedLabel" }));

    [Test]
    public void Registers_hold_against_a_mapping() =>
        Assert.That(
            Reports.Kept(Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90]), With(new LabelMapping("cbccvc", LabelUse.Indicator, "STUDENTS")))),
            Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));

    [Test]
    public void Mapping_to_an_indicator_that_is_gone_says_nothing() =>
        Assert.That(
            Reports.Check(Rows, With(new LabelMapping("doan vien do thi", LabelUse.Indicator, "GONE"))).Findings.Select(f => f.TextKey),
            Does.Contain("R24.UnknownRow"));

    private static ReadingContext With(params LabelMapping[] mappings) => Reports.Context() with { Mappings = mappings };

    private static UnplacedText Unplaced(CheckedReport report, string address) => report.Report.Unplaced.Single(u => u.Cell.Address == address);
}
