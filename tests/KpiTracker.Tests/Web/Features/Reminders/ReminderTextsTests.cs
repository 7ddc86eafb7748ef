using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Reminders;

namespace KpiTracker.Tests.Web.Features.Reminders;

/// <summary>The very words that go to the wards.</summary>
public sealed class ReminderTextsTests
{
    private const string Address = "https://kpi.quan.vn/reports";

    [TestCase("2026-11-04", "có hạn gửi 06/11/2026, còn 2 ngày")]
    [TestCase("2026-11-06", "có hạn gửi 06/11/2026, hôm nay là ngày cuối")]
    [TestCase("2026-11-09", "có hạn gửi 06/11/2026, đã quá hạn 3 ngày")]
    public void The_text_says_how_the_day_stands_to_the_due_date(string today, string expected) =>
        Assert.That(ReminderTexts.ToAll(List(today, Owing("Phường Phú Thượng")), Address, "Nguyễn Thu Hà"), Does.Contain(expected));

    [Test]
    public void The_text_for_all_names_who_is_awaited_and_who_has_to_send_again_and_why() =>
        Assert.That(
            ReminderTexts.ToAll(List("2026-11-09", Owing("Phường Phú Thượng"), Owing("Phường Hồng Hà", "Tổng số chưa gồm các hợp tác xã.")), Address, "Nguyễn Thu Hà"),
            Is.EqualTo(string.Join(
                "\n",
                "Kính gửi các anh/chị phụ trách phong trào “Bình dân học vụ số” các phường, xã thuộc Khu vực Tây Hồ,",
                "Báo cáo kỳ 10/2026 có hạn gửi 06/11/2026, đã quá hạn 3 ngày. Đến nay 3/5 phường, xã đã gửi.",
                "Chưa gửi (1): Phường Phú Thượng.",
                "Cần chỉnh và gửi lại (1): Phường Hồng Hà (lý do: Tổng số chưa gồm các hợp tác xã.).",
                "Đề nghị gửi tại https://kpi.quan.vn/reports. Nếu vướng mắc, xin liên hệ Nguyễn Thu Hà. Trân trọng cảm ơn.")));

    [Test]
    public void A_ward_with_more_time_is_named_with_its_own_date()
    {
        var ward = Owing("Phường Phú Thượng", due: "2026-11-12");
        var list = List("2026-11-09", ward);

        Assert.That(ReminderTexts.ToAll(list, Address, "Hà"), Does.Contain("Chưa gửi (1): Phường Phú Thượng (gia hạn đến 12/11/2026)."));
        Assert.That(ReminderTexts.ToWard(list, ward, Address, "Hà"), Does.Contain("có hạn gửi 12/11/2026, còn 3 ngày"));
    }

    [TestCase(null, "hệ thống chưa nhận được báo cáo của đơn vị")]
    [TestCase("Sai tổng số.", "đã được trả lại để chỉnh, lý do: Sai tổng số.")]
    public void A_ward_s_own_text_says_what_is_asked_of_it(string? reason, string expected) =>
        Assert.That(ReminderTexts.ToWard(List("2026-11-09", Owing("Phường Tây Hồ", reason)), Owing("Phường Tây Hồ", reason), Address, "Nguyễn Thu Hà"), Does.Contain(expected).And.Contain("Phường Tây Hồ").And.Contain(Address));

    [Test]
    public void A_mail_about_a_ward_and_month_is_found_again_by_its_key()
    {
        var ward = new UnitKey("00103", new DateOnly(2025, 7, 1));
        var month = new ReportingPeriod(2026, 10);

        Assert.That(ReminderKey.WardPart(ReminderKey.Of(ward, month, new DateOnly(2026, 11, 9), "a/b@phuong.vn")), Is.EqualTo(ReminderKey.Of(ward, month)));
    }

    private static ReminderList List(string today, params OwingWard[] owing) =>
        new(Unit("KV003", "Khu vực Tây Hồ"), new ReportingPeriod(2026, 10), new DateOnly(2026, 11, 6), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), 5, 3, owing);

    private static OwingWard Owing(string name, string? reason = null, string due = "2026-11-06") =>
        new(Unit("00103", name), new DueDate(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), null), reason, [], null);

    private static OrganisationUnit Unit(string code, string name) =>
        new(new UnitKey(code, new DateOnly(2025, 7, 1)), name, name, "phuong", null, null);
}
