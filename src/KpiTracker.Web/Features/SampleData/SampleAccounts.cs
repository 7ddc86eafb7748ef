using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using AccountStore = KpiTracker.Data.Accounts.Accounts;

namespace KpiTracker.Web.Features.SampleData;

/// <param name="Password">Made by chance and to be shown once; <c>null</c> when the account was there already.</param>
internal sealed record SampleAccount(string UserName, string? Password);

/// <summary>The four accounts one tries the program with. In Development the sign-in page offers them; nobody knows their passwords unless they are printed.</summary>
internal sealed class SampleAccounts(AccountStore accounts, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <summary>Phường Tây Hồ, whose last month is left for the visitor to send.</summary>
    public const string WardCode = "00103";

    /// <summary>Khu vực Tây Hồ.</summary>
    public const string AreaCode = "KV003";

    private static readonly IReadOnlyList<(string UserName, string DisplayName, AccountRole Role, string UnitCode)> Wanted =
    [
        ("mau-quan-tri", "Phạm Quốc Bảo", AccountRole.Administrator, SamplePlan.CityCode),
        ("mau-chuyen-vien", "Nguyễn Thu Hà", AccountRole.DistrictOfficer, AreaCode),
        ("mau-lanh-dao", "Trần Minh Đức", AccountRole.Leader, AreaCode),
        ("mau-can-bo-phuong", "Lê Thị Lan", AccountRole.WardOfficer, WardCode),
    ];

    /// <summary>Makes those of the four that are missing. A real account that bears one of the names is left as it is.</summary>
    public async Task<IReadOnlyList<SampleAccount>> EnsureAsync(CancellationToken cancellationToken)
    {
        var units = (await registers.CurrentAsync(cancellationToken)).Units;
        var today = ReportingPeriod.Of(time.Today());
        var known = await UserNamesAsync(cancellationToken);
        List<SampleAccount> made = [];
        foreach (var (userName, displayName, role, unitCode) in Wanted)
        {
            if (known.Contains(userName) || units.Find(unitCode, today) is not { } unit)
            {
                made.Add(new SampleAccount(userName, null));
                continue;
            }

            var outcome = await accounts.AddAsync(new NewAccount(userName, displayName, role, unit.Key, Password: null, IsSample: true), cancellationToken);
            made.Add(new SampleAccount(userName, (outcome as AccountOutcome.Done)?.GeneratedPassword));
        }

        return made;
    }

    private async Task<HashSet<string>> UserNamesAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return [.. await db.Users.AsNoTracking().Select(a => a.UserName!).ToListAsync(cancellationToken)];
    }
}
