using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>A label is the sum of its known words: what is left over is asked about, ordinary wording is not.</summary>
public sealed class CertaintyTests
{
    [TestCase("Sinh viên tình nguyện")]
    [TestCase("Lượt người truy cập Cổng dịch vụ công")]
    [TestCase("Công dân từ 14 tuổi có VNeID")]
    [TestCase("Tài khoản VNeID mức 1")]
    [TestCase("Người dưới 16 tuổi có danh tính số")]
    [TestCase("Người lao động trong cơ quan nhà nước")]
    [TestCase("Doanh nghiệp, HTX có người lao động")]
    [TestCase("Số máy điện thoại thông minh")]
    [TestCase("Trường học có học sinh, sinh viên")]
    [TestCase("Cán bộ, công chức, viên chức cấp quận")]
    [TestCase("CBCCVC đạt loại A")]
    [TestCase("CBCCVC năm 2024")]
    public void Indicator_with_a_word_too_many_is_asked(string label)
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, label, null, 119, 90]));

        Assert.That(report.Findings.Where(f => f.Severity == Severity.Question).Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R34", "B2") }));
    }

    [TestCase("Người trưởng thành không có điện thoại thông minh")]
    [TestCase("CBCCVC cần đạt")]
    [TestCase("Người trưởng thành đăng ký")]
    public void Words_that_turn_the_meaning_round_are_no_indicator(string label)
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "Tổ CNSCĐ", "tổ", null, 3], [2, label, "người", 119, 90]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 COMMUNITY_TEAMS 3" }));
    }

    [TestCase("Tỷ lệ cán bộ, công chức, viên chức, người lao động khu vực công trên địa bàn phường có hiểu biết về chuyển đổi số, có kiến thức, kỹ năng số và sử dụng được các nền tảng số, dịch vụ số phục vụ công việc")]
    [TestCase("1. Cán bộ, công chức, viên chức và người lao động khu vực công")]
    [TestCase("Tổng số CBCCVC toàn phường")]
    [TestCase("Nhóm 1: CBCCVC")]
    [TestCase("Chỉ tiêu 1. CB, CC, VC")]
    [TestCase("CBCCVC¹")]
    [TestCase("Số học sinh trung học, sinh viên trên địa bàn được trang bị kiến thức, kỹ năng số phục vụ học tập, nghiên cứu, sáng tạo")]
    [TestCase("Học sinh THCS, THPT")]
    [TestCase("Học sinh, sinh viên năm học 2024-2025")]
    [TestCase("Người dân trong độ tuổi trưởng thành có tri thức cơ bản về chuyển đổi số, kỹ năng số, sử dụng được thiết bị thông minh")]
    [TestCase("Số người dân trưởng thành được phổ cập kỹ năng số cơ bản")]
    [TestCase("NLĐ trong DN, HTX có kiến thức cơ bản về công nghệ số")]
    [TestCase("Số người có tài khoản VNeID")]
    [TestCase("Công dân từ 16 tuổi trở lên có danh tính số")]
    [TestCase("Người trưởng thành có điện thoại thông minh")]
    [TestCase("Người dân có tài khoản thanh toán điện tử")]
    [TestCase("Tỷ lệ cán bộ, công chức, viên chức biết ứng dụng CNTT, kỹ năng số")]
    [TestCase("Cán bộ, công chức, viên chức, người lao động trong cơ quan nhà nước")]
    [TestCase("Người dân trưởng thành có tri thức cơ bản về chuyển đổi số, kỹ năng số, trang bị kiến thức cơ bản sử dụng thiết bị thông minh để khai thác thông tin và sử dụng nền tảng, dịch vụ số thiết yếu, bảo vệ bản thân trên không gian mạng")]
    [TestCase("Người dân trong độ tuổi trưởng thành (từ 18 tuổi trở lên)")]
    [TestCase("Tài khoản định danh điện tử VNeID đã kích hoạt")]
    [TestCase("Người dân có tài khoản VNeID mức 2")]
    [TestCase("Người dân có tài khoản ngân hàng, thanh toán điện tử")]
    public void Ordinary_name_is_not_asked_about(string label) =>
        Assert.That(Reports.Codes(Reports.Check(Book.Of(Reports.HeadA, [1, label, "người", 119, 90]))), Is.Empty);

    [TestCase("Tổng số", "Số người đã đạt tính đến hết tháng 5/2025")]
    [TestCase("Tổng số (người)", "Số đạt (người)")]
    [TestCase("Tổng số người thuộc đối tượng", "Kết quả thực hiện tháng 5/2025")]
    [TestCase("Tổng số đối tượng trên địa bàn", "Số đã hoàn thành")]
    [TestCase("Số người thuộc diện", "Số người đã được phổ cập")]
    [TestCase("Quy mô", "Lũy kế đạt đến nay")]
    [TestCase("Số phải thực hiện", "Đã thực hiện")]
    [TestCase("Tổng số năm 2025", "Đạt năm 2025")]
    [TestCase("Tổng số (a)", "Đạt (b)")]
    [TestCase("Tổng số (đến 01/01/2025)", "Đạt đến 31/5/2025")]
    [TestCase("Tổng số", "Đạt đến ngày 05/6/2025")]
    [TestCase("Tổng số tính đến tháng 5/2025", "Số đạt tính đến tháng 5/2025")]
    [TestCase("Tổng số hiện có", "Số đã đạt chuẩn")]
    [TestCase("Tổng số theo danh sách", "Đã phổ cập")]
    [TestCase("Số người thuộc đối tượng", "Số người đã đạt yêu cầu")]
    [TestCase("TS", "Đạt")]
    public void Ordinary_heads_are_not_asked_about(string whole, string part)
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", whole, part, "Tỷ lệ đạt (%)=4/3*100"], [1, "CBCCVC", 119, 90, 75.6m]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
        Assert.That(Reports.Codes(report), Is.Empty);
    }

    [TestCase("Số đạt được cấp giấy khen", "R34.Numerator")]
    [TestCase("Tổng số kiểm tra", "R34.Denominator")]
    [TestCase("Tổng số năm 2024", "R34.Denominator")]
    [TestCase("Tỷ lệ hài lòng", "R34.Percent")]
    [TestCase("Tỷ lệ đạt chỉ tiêu (%)", "R34.Percent")]
    [TestCase("Đạt quý 1", "R34.Numerator")]
    [TestCase("Số đạt (ước)", "R34.Numerator")]
    [TestCase("Đạt đến 30/4/2025", "R13.Numerator")]
    [TestCase("Số đạt trong tháng", "R34.InPeriod")]
    [TestCase("Số mới đạt", "R34.InPeriod")]
    public void Head_that_says_more_than_its_role_is_asked_about(string head, string key)
    {
        var role = key.Split('.')[1];
        var report = Reports.Check(Book.Of(
            ["STT", "Chỉ tiêu", role == "Denominator" ? head : "Tổng số", role == "Denominator" ? "Đạt" : head],
            [1, "CBCCVC", role == "Percent" ? null : 119, 90],
            [2, "HSSV", role == "Percent" ? null : 2191, 91]));

        Assert.That(report.Findings.Where(f => f.Severity == Severity.Question).Select(f => f.TextKey), Is.EqualTo(new[] { key.StartsWith("R13", StringComparison.Ordinal) ? "R13" : key }));
    }

    [TestCase("Số phải đạt")]
    [TestCase("Dự kiến đạt")]
    [TestCase("Đạt năm 2024")]
    [TestCase("Tỷ lệ đạt cuối năm")]
    public void Plans_and_other_years_are_not_what_was_reached(string head) =>
        Assert.That(Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tổng số", head], [1, "CBCCVC", 119, 90])).Observations, Is.Empty);

    [TestCase("Đạt loại A", "Đã đạt")]
    [TestCase("Đã đạt", "Số đạt được cấp giấy khen")]
    public void Doubtful_head_beside_a_plain_one_is_left_out(string one, string other)
    {
        var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tổng số", one, other], [1, "CBCCVC", 119, one == "Đã đạt" ? 90 : 10, one == "Đã đạt" ? 10 : 90]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(new[] { "R24.UnknownColumn" }));
    }

    [Test]
    public void Cumulative_figure_of_what_is_reported_monthly_is_asked_about() =>
        Assert.That(
            Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Lũy kế đến nay"], [1, "Lượt người được tập huấn", 119])).Findings.Select(f => f.TextKey),
            Is.EqualTo(new[] { "R34.ToDate" }));

    [Test]
    public void Code_of_another_indicator_beside_the_name_is_asked_about() =>
        Assert.That(
            Reports.Check(Book.Of(["Mã", "Tên chỉ tiêu", "Tổng số", "Đạt"], ["STUDENTS", "Người trưởng thành", 119, 90], ["OFFICIALS", "CBCCVC", 19, 9])).Findings.Select(f => (f.TextKey, f.Cell!.Address)),
            Is.EqualTo(new[] { ("R34", "B2") }));

    [TestCase("00094")]
    [TestCase(94)]
    public void Code_of_another_ward_beside_the_name_refuses_the_row(object code)
    {
        var report = Reports.Check(
            Book.Of(["TT", "Mã ĐVHC", "Đơn vị", "CBCCVC", null], [null, null, null, "Tổng số", "Đạt"], [1, code, "Phường Bưởi", 140, 63], [2, "00091", "Phường Phú Thượng", 131, 70]),
            Reports.District);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00091 OFFICIALS 70/131" }));
        Assert.That(Reports.Found(report).Select(f => (f.TextKey, f.Arguments[2])), Is.EqualTo(new[] { ("R17.code", "Phường Nhật Tân") }));
    }

    [TestCase("Đảng ủy phường Bưởi")]
    [TestCase("HĐND phường Bưởi")]
    [TestCase("Công an phường Bưởi")]
    public void Offices_of_a_ward_are_not_the_ward(string name) =>
        Assert.That(
            Reports.Kept(Reports.Check(Book.Of(["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, name, 7, 7], [2, "UBND phường Nhật Tân", 131, 70]), Reports.District)),
            Is.EqualTo(new[] { "00094 OFFICIALS 70/131" }));

    [Test]
    public void Parts_of_the_row_above_are_not_read_again()
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "HSSV", "người", 2191, 1134], ["a", "Học sinh THCS, THPT", "người", 1791, 934], ["b", "Sinh viên", "người", 400, 200]));

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 STUDENTS 1134/2191" }));
        Assert.That(report.Findings.Select(f => f.TextKey), Is.All.EqualTo("R24.PartRow"));
    }

    [Test]
    public void Part_whose_whole_is_not_stated_is_asked_about() =>
        Assert.That(
            Reports.Check(Book.Of(Reports.HeadA, [1, "HSSV"], ["a", "Sinh viên", "người", 400, 200])).Findings.Select(f => f.TextKey),
            Does.Contain("R34"));
}
