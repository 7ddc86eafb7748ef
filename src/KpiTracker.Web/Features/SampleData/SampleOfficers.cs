using KpiTracker.Data.Accounts;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>Those who send the sample workbooks: one invented officer for each district and its area. They have no accounts.</summary>
internal static class SampleOfficers
{
    private static readonly IReadOnlyList<string> Surnames =
        ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh"];

    private static readonly IReadOnlyList<string> GivenNames =
    [
        "Thị Hương", "Văn Hùng", "Thanh Bình", "Thị Mai", "Quang Huy", "Thị Thảo", "Đức Anh", "Minh Châu", "Thị Ngọc", "Tuấn Kiệt",
        "Hồng Vân", "Công Thành", "Bích Liên", "Xuân Trường", "Thùy Dung", "Hải Yến",
    ];

    /// <param name="collector">A district or an area; both of a series have the same officer.</param>
    public static Officer Of(OrganisationUnit collector, string territory)
    {
        var name = territory == "003" ? "Nguyễn Thu Hà" : $"{Chance.Among(Surnames, "surname", territory)} {Chance.Among(GivenNames, "given", territory)}";
        return new Officer($"mau-{territory}", name, AccountRole.DistrictOfficer, collector.Key);
    }
}
