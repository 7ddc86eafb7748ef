using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.BrowserTests;

/// <summary>Quận Hai Bà Trưng (007) from February to May 2025 and its two officers: for the tests of what is done with figures. The last four wards are silent in May.</summary>
internal static class ToolsOffice
{
    public const string Leader = "lanhdao-hbt";
    public const string DistrictOfficer = "tonghop-hbt";

    private static readonly SemaphoreSlim Once = new(1);
    private static IReadOnlyList<string>? _wards;

    /// <summary>The wards' codes in May 2025, in order.</summary>
    public static async Task<IReadOnlyList<string>> OpenAsync(TestSite site)
    {
        await Once.WaitAsync();
        try
        {
            return _wards ??= await PutAsync(site);
        }
        finally
        {
            Once.Release();
        }
    }

    private static async Task<IReadOnlyList<string>> PutAsync(TestSite site)
    {
        await site.AddAccountAsync(Leader, "Đỗ Thị Hai", AccountRole.Leader, "007");
        await site.AddAccountAsync(DistrictOfficer, "Vũ Văn Bà", AccountRole.DistrictOfficer, "007");
        var registers = await site.Services.GetRequiredService<Registers>().CurrentAsync();
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var reports = new StoredReports(db, registers);
        var wards = registers.Units.WardsOf(registers.Units.Find("007", TestSite.May)!.Key, TestSite.May).Select(w => w.Code).ToList();
        foreach (var (month, sentOn) in new[] { (2, "2025-03-04"), (3, "2025-04-03"), (4, "2025-05-06"), (5, "2025-06-02") })
        {
            foreach (var (ward, index) in wards.Take(month == 5 ? wards.Count - 4 : wards.Count).Select((w, i) => (w, i)))
            {
                await reports.AddAsync(
                    ward,
                    $"2025-{month:00}",
                    sentOn,
                    ("OFFICIALS", 150 + (6 * index) + (12 * month), 300),
                    ("ADULTS", 3000 + (170 * index) + (140 * month), 9000));
            }
        }

        return wards;
    }
}
