using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Data.AccountStore;

/// <summary>Who may see, send and return what: every role against units inside and outside its own.</summary>
internal sealed class OfficerTests
{
    private static readonly OrganisationTree Units = RegisterSnapshot.FromFiles().Units;

    [TestCase(AccountRole.Administrator, "01", "44@2025-08", "see send return")]
    [TestCase(AccountRole.DistrictOfficer, "KV003", "00103@2025-09", "see send return")]
    [TestCase(AccountRole.DistrictOfficer, "KV003", "00109@2025-05", "see send return", Description = "Bưởi, a ward of the district that the area continues")]
    [TestCase(AccountRole.DistrictOfficer, "KV003", "003@2025-05", "see send return")]
    [TestCase(AccountRole.DistrictOfficer, "KV003", "00229@2025-09", "")]
    [TestCase(AccountRole.DistrictOfficer, "KV003", "00004@2025-05", "")]
    [TestCase(AccountRole.DistrictOfficer, "KV003", "01@2025-09", "")]
    [TestCase(AccountRole.Leader, "KV003", "00103@2025-09", "see")]
    [TestCase(AccountRole.Leader, "01", "00103@2025-09", "see")]
    [TestCase(AccountRole.Leader, "KV003", "00229@2025-09", "")]
    [TestCase(AccountRole.WardOfficer, "00103", "00103@2025-09", "see send")]
    [TestCase(AccountRole.WardOfficer, "00103", "00103@2025-05", "", Description = "Xuân La bore the code of Tây Hồ")]
    [TestCase(AccountRole.WardOfficer, "00103", "00091@2025-09", "")]
    [TestCase(AccountRole.WardOfficer, "00103", "KV003@2025-09", "")]
    public void Rights_end_where_the_unit_ends(AccountRole role, string own, string other, string expected)
    {
        var officer = new Officer("id", "Cán bộ", role, Units.FindInSeries(own, new ReportingPeriod(2025, 9))!.Key);
        var parts = other.Split('@');
        var unit = Units.FindInSeries(parts[0], ReportingPeriod.Parse(parts[1]))!.Key;
        var rights = new[]
        {
            officer.MaySee(Units, unit) ? "see" : null,
            officer.MaySend(Units, unit) ? "send" : null,
            officer.MayReturn(Units, unit) ? "return" : null,
        };

        Assert.That(string.Join(' ', rights.OfType<string>()), Is.EqualTo(expected));
    }
}
