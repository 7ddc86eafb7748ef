using System.Globalization;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>Provisional and approved figures, in the words of every page and file.</summary>
public sealed class ApprovalTests
{
    [TestCase(14, 19, "Số liệu tạm tính: 14/19 phường, xã đã duyệt")]
    [TestCase(0, 19, "Số liệu tạm tính: 0/19 phường, xã đã duyệt")]
    [TestCase(19, 19, "Số liệu đã duyệt (19/19 phường, xã)")]
    [TestCase(0, 1, "Số liệu tạm tính, chưa duyệt")]
    [TestCase(1, 1, "Số liệu đã duyệt")]
    [TestCase(0, 0, "Số liệu tạm tính: 0/0 phường, xã đã duyệt", Description = "no wards: nothing stands")]
    public void Figures_stand_when_every_ward_is_approved(int wards, int of, string words) =>
        Assert.That(ProgressTexts.ApprovalInWords(new Approval(wards, of), CultureInfo.GetCultureInfo("vi")), Is.EqualTo(words));
}
