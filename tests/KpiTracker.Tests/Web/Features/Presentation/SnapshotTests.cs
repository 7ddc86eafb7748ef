using System.Net;
using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Presentation;

/// <summary>What was frozen says the same after other figures came in.</summary>
public sealed class SnapshotTests
{
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await TestSite.StartAsync();
        await ReportAsync("00109", 480);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task A_frozen_deck_stays_as_it_was_and_is_for_its_own_unit_alone()
    {
        using var leader = await SiteClient.SignedInAsync(_site, TestSite.Leader);
        var link = await FreezeAsync(leader);
        var again = await FreezeAsync(leader);
        var before = await ReadAsync(leader, link);
        await ReportAsync("00097", 100);
        var after = await ReadAsync(leader, link);
        var live = await ReadAsync(leader, "/units/003/present?period=2025-05");
        var later = await FreezeAsync(leader);
        using var stranger = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        var refused = await stranger.GetAsync(link);
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(link), "the same twice is one deck");
            Assert.That(before, Does.Contain("48,0%").And.Contain("1/8 phường, xã đã nộp").And.Contain("Số liệu chốt lúc 09:00 03/06/2025, người chốt: Lê Thị Lãnh"));
            Assert.That(after, Does.Contain("48,0%").And.Contain("1/8 phường, xã đã nộp"));
            Assert.That(live, Does.Contain("29,0%").And.Contain("2/8 phường, xã đã nộp"));
            Assert.That(later, Is.Not.EqualTo(link));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    private static async Task<string> FreezeAsync(SiteClient client) =>
        (await client.SubmitAsync("/units/003/present?period=2025-05", "/units/003/present", ("period", "2025-05"))).Headers.Location!.OriginalString;

    private static async Task<string> ReadAsync(SiteClient client, string address) => await (await client.GetAsync(address)).Content.ReadAsStringAsync();

    private async Task ReportAsync(string ward, int officials)
    {
        var registers = await _site.Services.GetRequiredService<Registers>().CurrentAsync();
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        await new StoredReports(db, registers).AddAsync(ward, "2025-05", "2025-06-02", ("OFFICIALS", officials, 1000));
    }
}
