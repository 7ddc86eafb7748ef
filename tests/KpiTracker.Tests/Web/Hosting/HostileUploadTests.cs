using System.Net;
using KpiTracker.Data;
using KpiTracker.Tests.Documents.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Hostile files sent while others work: they end in a sentence, and nobody else notices.</summary>
public sealed class HostileUploadTests
{
    private static readonly (string File, string Ward)[] GoodReports =
        [("phuong-buoi-2025-05.xlsx", "00109"), ("phuong-nhat-tan-so-dang-chu-2025-05.xlsx", "00094")];

    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await TestSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task Hostile_files_store_nothing_and_stop_nobody()
    {
        var attack = AttackAsync();
        var reports = Task.WhenAll(GoodReports.Select(SendAsync));
        List<HttpStatusCode> health = [];
        using (var anyone = new SiteClient(_site))
        {
            do
            {
                using var answer = await anyone.GetAsync("/health");
                health.Add(answer.StatusCode);
            }
            while (!attack.IsCompleted);
        }

        var pages = await attack;
        var receipts = await reports;
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var kept = await db.Workbooks.Select(w => w.FileName).ToListAsync();

        Assert.Multiple(() =>
        {
            Assert.That(health, Is.All.EqualTo(HttpStatusCode.OK));
            Assert.That(pages.Where(p => p.Status != HttpStatusCode.OK || p.Body.Contains("Exception", StringComparison.Ordinal)).Select(p => p.Name), Is.Empty, "draft pages that are no page");
            Assert.That(receipts, Is.All.StartsWith("/receipts/"));
            Assert.That(kept, Is.EquivalentTo(GoodReports.Select(r => r.File)));
        });
    }

    private async Task<List<(string Name, HttpStatusCode Status, string Body)>> AttackAsync()
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.DistrictOfficer);
        var answers = await Task.WhenAll(Killers.All().Select(async killer =>
        {
            var draft = await client.UploadAsync(killer.File, killer.Name + ".xlsx", "00112");
            using var page = await client.GetAsync(draft);
            return (killer.Name, page.StatusCode, await page.Content.ReadAsStringAsync());
        }));
        return [.. answers];
    }

    private async Task<string> SendAsync((string File, string Ward) report)
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.DistrictOfficer);
        var draft = await client.UploadAsync(report.File, report.Ward);
        using var answer = await client.SubmitAsync(draft, draft + "/confirm");
        return answer.Headers.Location?.OriginalString ?? answer.StatusCode.ToString();
    }
}
