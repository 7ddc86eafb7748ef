using System.Text;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

public sealed class NameTests
{
    private static readonly CellRef At = new("Báo cáo", "B9");
    private static readonly ReportingPeriod September = new(2025, 9);

    [TestCase("Phường Thụy Khuê")]
    [TestCase("PHƯỜNG THỤY KHUÊ")]
    [TestCase("P. Thụy Khuê")]
    [TestCase("P.Thụy Khuê")]
    [TestCase("Thụy Khuê")]
    [TestCase("Phường Thuỵ Khuê")]
    [TestCase("phuong thuy khue")]
    [TestCase("  Phường  Thụy Khuê ")]
    [TestCase("UBND phường Thụy Khuê")]
    [TestCase("5. Phường Thụy Khuê")]
    [TestCase("00112")]
    public void Ward_is_known_by_every_usual_spelling(string text)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            Assert.That(Resolve(text.Normalize(form)), Is.EqualTo(("00112", true)));
        }
    }

    [TestCase("Phường Thụy Khê", "00112")]
    [TestCase("Nhật Tâm", "00094")]
    [TestCase("Phường Nhật Tản", "00094")]
    [TestCase("Xã Nhật Tân", "00094")]
    public void Name_that_only_resembles_is_asked(string text, string code) => Assert.That(Resolve(text), Is.EqualTo((code, false)));

    [Test]
    public void Ward_whose_name_folds_like_a_total_is_no_total()
    {
        var report = Reports.Check(Book.Of(["TT", "Phường", "CBCCVC – Tổng số", "CBCCVC – Đạt"], [1, "Phúc Xá", 10, 9], [2, "Cống Vị", 20, 18]), "001");

        Assert.That(Reports.Kept(report), Has.Exactly(2).Items);
    }

    [Test]
    public void Unknown_name_gets_the_three_nearest_and_no_unit()
    {
        var mention = Names(Reports.May).Resolve("Phường Hoa Hồng Xanh", At, Unit(Reports.District, Reports.May));

        Assert.Multiple(() =>
        {
            Assert.That(mention.Unit, Is.Null);
            Assert.That(mention.Nearest, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public void Name_means_the_ward_of_the_report_s_month()
    {
        var before = Names(Reports.May).Resolve("Phường Kim Liên", At, Unit("006", Reports.May));
        var after = Names(September).Resolve("Phường Kim Liên", At, Unit("KV006", September));

        Assert.Multiple(() =>
        {
            Assert.That(before.Unit!.Value.ValidFrom, Is.EqualTo(DateOnly.MinValue));
            Assert.That(after.Unit!.Value.ValidFrom, Is.EqualTo(new DateOnly(2025, 7, 1)));
            Assert.That(before.IsCertain && after.IsCertain);
        });
    }

    [TestCase("Người lao động trong DN, HTX có kiến thức cơ bản về công nghệ số", "WORKERS")]
    [TestCase("Người lao động", "WORKERS")]
    [TestCase("NLĐ khu vực công", "OFFICIALS")]
    [TestCase("Cán bộ, công chức, viên chức và NLĐ khu vực công có hiểu biết về chuyển đổi số", "OFFICIALS")]
    [TestCase("Tỷ lệ CB, CC, VC đạt chuẩn", "OFFICIALS")]
    [TestCase("officials", "OFFICIALS")]
    [TestCase("HỌC SINH, SINH VIÊN", "STUDENTS")]
    [TestCase("hoc sinh tu thcs tro len", "STUDENTS")]
    [TestCase("Người dân trong độ tuổi trưởng thành có kiến thức cơ bản", "ADULTS")]
    [TestCase("Người trưởng thành có điện thoại thông minh và kỹ năng số cơ bản", "SMARTPHONE")]
    [TestCase("Người dân trong độ tuổi trưởng thành có điện thoại thông minh", "SMARTPHONE")]
    [TestCase("Người dân trong độ tuổi trưởng thành có tài khoản thanh toán điện tử", "E_PAYMENT")]
    [TestCase("Công dân từ 16 tuổi có danh tính số (VNeID)", "DIGITAL_ID")]
    [TestCase("Người được xác nhận phổ cập kỹ năng số trên VNeID", "CERTIFIED")]
    [TestCase("Số lượt người được tập huấn", "TRAINING_VISITS")]
    [TestCase("Tổ CNSCĐ", "COMMUNITY_TEAMS")]
    [TestCase("Số Đại sứ số", "AMBASSADORS")]
    public void Label_means_the_most_special_indicator_that_fits(string label, string code) =>
        Assert.That(IndicatorNames.For(Reports.Registers.Indicators).Find(label), Is.EqualTo(new NamedIndicator(code, true)));

    [TestCase("Nhóm người dân, doanh nghiệp")]
    [TestCase("Số hộ nghèo")]
    [TestCase("Lượt người trưởng thành truy cập cổng dịch vụ công")]
    [TestCase("")]
    public void Other_labels_mean_none(string label) =>
        Assert.That(IndicatorNames.For(Reports.Registers.Indicators).Find(label)?.Code, Is.Null.Or.EqualTo("TRAINING_VISITS"));

    [TestCase("Tháng 5 năm 2025")]
    [TestCase("(Kỳ báo cáo: tháng 05/2025)")]
    [TestCase("THÁNG 5/2025")]
    [TestCase("5/2025")]
    [TestCase("tháng 05-2025")]
    [TestCase("T5/2025")]
    [TestCase("Báo cáo tháng 5")]
    [TestCase("BÁO CÁO KẾT QUẢ THÁNG 05 NĂM 2025")]
    [TestCase("Kỳ 2025-05")]
    public void Month_is_found_in_a_title(string text) =>
        Assert.That(PeriodStatements.In(text, Reports.May).Select(p => p.Period), Is.EqualTo(new[] { Reports.May }));

    [TestCase("Tây Hồ, ngày 05 tháng 6 năm 2025")]
    [TestCase("Tây Hồ, ngày     tháng 6 năm 2025")]
    [TestCase("Kế hoạch số 138/KH-UBND ngày 22/5/2025")]
    [TestCase("Đến 31.5.2025")]
    [TestCase("Tháng 13 năm 2025")]
    [TestCase("giai đoạn 2025-2026")]
    public void Days_and_plans_are_no_month_of_report(string text) =>
        Assert.That(PeriodStatements.In(text, Reports.May), Is.Empty);

    private static (string? Code, bool IsCertain) Resolve(string text)
    {
        var mention = Names(Reports.May).Resolve(text, At, Unit(Reports.District, Reports.May));
        return (mention.Unit?.Code, mention.IsCertain);
    }

    private static UnitNames Names(ReportingPeriod period) => UnitNames.For(Reports.Registers.Units, period);

    private static OrganisationUnit Unit(string code, ReportingPeriod period) => Reports.Registers.Units.FindInSeries(code, period)!;
}
