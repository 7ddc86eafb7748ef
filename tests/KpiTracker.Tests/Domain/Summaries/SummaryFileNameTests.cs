using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Tests.Domain.Summaries;

public sealed class SummaryFileNameTests
{
    [TestCase("Tây Hồ", "Quận Tây Hồ", "quan", "bao-cao-tong-hop_tay-ho_2025-05.xlsx")]
    [TestCase("Tây Hồ", "Phường Tây Hồ", "phuong", "bao-cao-tong-hop_phuong-tay-ho_2025-05.xlsx")]
    [TestCase("Đống Đa", "Khu vực Đống Đa", "khu_vuc", "bao-cao-tong-hop_dong-da_2025-05.xlsx")]
    [TestCase("Thừa Thiên - Huế", "Tỉnh Thừa Thiên - Huế", "province", "bao-cao-tong-hop_thua-thien-hue_2025-05.xlsx")]
    [TestCase("../Ba Vì", "Huyện ../Ba Vì", "huyen", "bao-cao-tong-hop_ba-vi_2025-05.xlsx")]
    public void A_file_is_named_in_ascii_by_unit_and_month(string name, string nameWithKind, string kind, string expected) =>
        Assert.That(SummaryFileName.Of(new OrganisationUnit(new UnitKey("003", DateOnly.MinValue), name, nameWithKind, kind, null, null), new(2025, 5), "xlsx"), Is.EqualTo(expected));
}
