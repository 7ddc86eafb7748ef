using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Web.Features.Accounts;

namespace KpiTracker.Tests.Web.Features.SigningIn;

/// <summary>What an administrator may write for a unit.</summary>
public sealed class AccountUnitsTests
{
    private static readonly OrganisationUnit[] Units =
    [
        Of("00091", "Phú Thượng", "Phường Phú Thượng"),
        Of("00103", "Tây Hồ", "Phường Tây Hồ"),
        Of("KV003", "Tây Hồ", "Khu vực Tây Hồ"),
        Of("00106", "Yên Hòa", "Phường Yên Hòa"),
        Of("00107", "Yên Hoa", "Xã Yên Hoa"),
    ];

    [TestCase("kv003", "KV003")]
    [TestCase("00103 Phường Tây Hồ", "00103")]
    [TestCase("Khu vực Tây Hồ", "KV003")]
    [TestCase(" PHUONG  TAY HO ", "00103")]
    [TestCase("phú thượng", "00091")]
    [TestCase("Phu Thuong", "00091")]
    [TestCase("Yên Hoà", "00106", Description = "with its marks it is one of two")]
    [TestCase("Tây Hồ", "00103,KV003")]
    [TestCase("YEN HOA ", "00106,00107")]
    [TestCase("Tây", "")]
    [TestCase("???", "")]
    [TestCase(" ", "")]
    [TestCase(null, "")]
    public void A_unit_is_meant_by_its_code_its_full_name_or_a_name_of_its_own(string? written, string expected)
    {
        Assert.That(string.Join(',', AccountUnits.Meant(Units, written).Select(u => u.Code)), Is.EqualTo(expected));
        Assert.That(AccountUnits.Find(Units, written)?.Code ?? "", Is.EqualTo(expected.Contains(',', StringComparison.Ordinal) ? "" : expected));
    }

    private static OrganisationUnit Of(string code, string name, string nameWithKind) =>
        new(new UnitKey(code, new DateOnly(2025, 7, 1)), name, nameWithKind, "phường", null, null);
}
