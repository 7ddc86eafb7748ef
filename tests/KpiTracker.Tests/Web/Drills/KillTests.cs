using System.Collections.Concurrent;
using System.Net;
using KpiTracker.Data;
using KpiTracker.Data.Integrity;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Batches;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Drills;

/// <summary>
/// The program is killed at a random moment while wards send, and started again, over and over. Five times in every run; <c>KPITRACKER_KILLS=200</c> for
/// the long drill.
/// </summary>
[NonParallelizable]
internal sealed class KillTests
{
    private const int AtOnce = 3;
    private const int MostSteps = 15;
    private const int LongestMilliseconds = 80;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KPITRACKER_KILLS"), out var kills) ? kills : 5;

    private readonly ConcurrentDictionary<string, string> _receipts = new();
    private readonly ConcurrentDictionary<string, string> _unanswered = new();

    private CountdownEvent _stepsLeft = null!;

    [Test]
    public async Task Killed_at_any_moment_no_receipt_is_lost_and_no_report_is_half_there()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        using var site = await SiteProcess.PrepareAsync(database.Directory);
        var random = new Random(20261122);
        var wards = Reports.Registers.Units.WardsOf(Reports.Registers.Units.Find("01", Reports.May)!.Key, Reports.May);
        var next = -1;
        for (var i = 0; i < Kills; i++)
        {
            await site.StartAsync();
            await AskAgainAsync(site);
            // After so many uploads and confirmations have begun, and a moment later: a slow machine is killed in the midst of its work too.
            _stepsLeft = new CountdownEvent(random.Next(1, MostSteps + 1));
            var sending = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => SendUntilKilledAsync(site, () => Interlocked.Increment(ref next), wards)));
            await Task.Run(_stepsLeft.Wait);
            await Task.Delay(random.Next(LongestMilliseconds));
            site.Kill();
            await sending;
            await NothingIsBrokenAsync(database);
        }

        await site.StartAsync();
        await AskAgainAsync(site);
        Assert.That(_receipts, Is.Not.Empty);
        TestContext.Out.WriteLine($"{Kills} kills, {_receipts.Count} receipts");
    }

    private async Task SendUntilKilledAsync(SiteProcess site, Func<int> next, IReadOnlyList<OrganisationUnit> wards)
    {
        try
        {
            while (true)
            {
                var number = next();
                // Each figure only once for a ward: every sending is a new revision.
                Step();
                var draft = await site.UploadAsync(WardWorkbooks.Of(wards[number % wards.Count], 40 + (number / wards.Count)), wards[number % wards.Count].Code);
                _unanswered[draft] = "";
                Step();
                _receipts[draft] = await site.ConfirmAsync(draft);
                _unanswered.TryRemove(draft, out _);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private void Step()
    {
        lock (_receipts)
        {
            if (!_stepsLeft.IsSet)
            {
                _stepsLeft.Signal();
            }
        }
    }

    /// <summary>What was confirmed answers with the same receipt; what broke off is confirmed now, and twice alike.</summary>
    private async Task AskAgainAsync(SiteProcess site)
    {
        foreach (var (draft, receipt) in _receipts.TakeLast(5))
        {
            Assert.That(await site.ConfirmAsync(draft), Is.EqualTo(receipt));
            Assert.That(await site.StatusOfAsync(receipt), Is.EqualTo(HttpStatusCode.OK));
        }

        foreach (var draft in _unanswered.Keys)
        {
            var receipt = await site.ConfirmAsync(draft);
            Assert.That(receipt, Does.StartWith("/receipts/"));
            Assert.That(await site.ConfirmAsync(draft), Is.EqualTo(receipt));
            _receipts[draft] = receipt;
            _unanswered.TryRemove(draft, out _);
        }
    }

    private async Task NothingIsBrokenAsync(TemporaryDatabase database)
    {
        var found = await database.Services.GetRequiredService<IntegrityInspection>().RunAsync();
        Assert.That(found.Where(r => r.Count > 0).SelectMany(r => r.Examples.Prepend(r.Name)), Is.Empty);
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            var kept = await db.Workbooks.Select(w => w.Id).ToListAsync();
            Assert.That(_receipts.Values.Select(r => int.Parse(r.Split('/', '?')[2], System.Globalization.CultureInfo.InvariantCulture)), Is.SubsetOf(kept), "a receipt that was given is on the disk");
            Assert.That(kept, Has.Count.LessThanOrEqualTo(_receipts.Count + _unanswered.Count));
        }

        SqliteConnection.ClearAllPools();
    }
}
