using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Thresholds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Thresholds;

public sealed class ThresholdRegisterTests
{
    [TestCase("100", "90", 1.0, 0.9)]
    [TestCase("97,5 %", "92.5", 0.975, 0.925)]
    [TestCase("80", "80", 0.8, 0.8)]
    [TestCase("1", "1", 0.01, 0.01)]
    public void Typed_percentages_are_shares(string onTrack, string atRisk, double upper, double lower) =>
        Assert.That(ThresholdRegister.Parse(onTrack, atRisk), Is.EqualTo(new StatusThresholds((decimal)upper, (decimal)lower)));

    [TestCase("90", "95", Description = "the lower above the upper")]
    [TestCase("101", "90")]
    [TestCase("100", "0")]
    [TestCase("100", "-5")]
    [TestCase("100", "")]
    [TestCase(null, "90")]
    [TestCase("1e2", "90")]
    [TestCase("99,999", "90")]
    [TestCase("một trăm", "90")]
    public void What_is_no_pair_of_thresholds_is_not_taken(string? onTrack, string? atRisk) =>
        Assert.That(ThresholdRegister.Parse(onTrack, atRisk), Is.Null);

    [Test]
    public async Task What_an_administrator_sets_judges_from_then_on_and_stays_on_record()
    {
        await using var site = await TestSite.StartAsync();
        var registers = site.Services.GetRequiredService<Registers>();
        var snapshot = await registers.CurrentAsync();
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync())
        {
            var reports = new StoredReports(db, snapshot);
            await reports.AddAsync("00109", "2025-04", "2025-05-05", ("OFFICIALS", 500, 1000));
            await reports.AddAsync("00109", "2025-05", "2025-06-02", ("OFFICIALS", 495, 1000));
        }

        var unit = snapshot.Units.Find("00109", TestSite.May)!;
        var query = site.Services.GetRequiredService<UnitProgressQuery>();
        var before = (await query.ReadAsync(unit, TestSite.May)).Find("OFFICIALS")!.Status;
        using var admin = await SiteClient.SignedInAsync(site, TestSite.Administrator);
        await admin.SubmitAsync("/admin/thresholds", "/admin/thresholds", ("onTrack", "90"), ("atRisk", "60"));
        await admin.SubmitAsync("/admin/thresholds", "/admin/thresholds", ("onTrack", "90"), ("atRisk", "60"));
        var refused = await admin.SubmitAsync("/admin/thresholds", "/admin/thresholds", ("onTrack", "60"), ("atRisk", "90"));
        var after = await query.ReadAsync(unit, TestSite.May);
        var history = await site.Services.GetRequiredService<ThresholdRegister>().HistoryAsync(CancellationToken.None);
        var dashboard = await (await admin.GetAsync("/units/00109?period=2025-05")).Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo(ProgressStatus.AtRisk));
            Assert.That(after.Find("OFFICIALS")!.Status, Is.EqualTo(ProgressStatus.OnTrack));
            Assert.That(history.Select(c => (c.OnTrackFrom, c.AtRiskFrom, c.ByName)), Is.EqualTo(new[] { (0.9m, 0.6m, "Phạm Quản Trị") }), "the same twice is one change");
            Assert.That(refused.Headers.Location?.OriginalString, Does.Contain("outcome=Invalid"));
            Assert.That(dashboard, Does.Contain("từ 90% là đúng tiến độ, từ 60% là có nguy cơ chậm"));
        });
    }
}
