using System.Data.Common;
using System.Net;
using KpiTracker.Data;
using KpiTracker.Data.Integrity;
using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Batches;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Drills;

/// <summary>A full disk, a database that cannot be written, one that somebody else holds: a page that says so, nothing lost, and all is well once it has passed.</summary>
[NonParallelizable]
internal sealed class StorageTroubleTests
{
    /// <summary>What the connections of this site are told beside their own settings; empty: nothing.</summary>
    private static string _trouble = "";

    private const int Drafts = 12;

    private static int _reached = 50;

    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await TestSite.StartAsync(services => services.AddPooledDbContextFactory<KpiTrackerDbContext>((provider, options) =>
    {
        DataServices.Configure(options, DataServices.ConnectionTo(provider.GetRequiredService<DataDirectory>()));
        options.UseSqlite(DataServices.ConnectionTo(provider.GetRequiredService<DataDirectory>()), sqlite => sqlite.CommandTimeout(1)).AddInterceptors(new Troubled());
    }));

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [TearDown]
    public void Recover() => _trouble = "";

    [TestCase("PRAGMA max_page_count = 1", "SQLITE_FULL")]
    [TestCase("PRAGMA query_only = ON", "SQLITE_READONLY")]
    public async Task A_report_that_cannot_be_written_is_told_so_and_can_be_sent_once_it_can(string trouble, string what)
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.WardOfficer);
        List<string> drafts = [];
        for (var i = 0; i < Drafts; i++)
        {
            drafts.Add(await UploadAsync(client));
        }

        await PackAsync();
        _trouble = trouble;
        var (draft, refused) = await FirstRefusedAsync(client, drafts);
        var words = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        var looking = await client.GetAsync("/reports");
        _trouble = "";
        var sent = await client.SubmitAsync("/reports", draft + "/confirm");

        Assert.Multiple(async () =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), what);
            Assert.That(words, Does.Contain("Hệ thống tạm thời chưa ghi được dữ liệu").And.Contain("Mã sự cố:"));
            Assert.That(looking.StatusCode, Is.EqualTo(HttpStatusCode.OK), "reading goes on");
            Assert.That(sent.Headers.Location?.OriginalString, Does.StartWith("/receipts/"));
            Assert.That((await _site.Services.GetRequiredService<IntegrityInspection>().RunAsync()).Where(r => r.Count > 0), Is.Empty);
        });
    }

    [Test]
    public async Task A_database_that_somebody_else_holds_is_waited_for_and_then_told_of()
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.WardOfficer);
        var draft = await UploadAsync(client);
        _trouble = "PRAGMA busy_timeout = 100";
        HttpResponseMessage refused;
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection(DataServices.ConnectionTo(_site.Services.GetRequiredService<DataDirectory>())))
        {
            await other.OpenAsync();
            await using var held = await other.BeginTransactionAsync();
            refused = await client.SubmitAsync("/reports", draft + "/confirm");
        }

        var sent = await client.SubmitAsync("/reports", draft + "/confirm");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(sent.Headers.Location?.OriginalString, Does.StartWith("/receipts/"));
    }

    /// <summary>The first ones may still fit into pages that are half empty.</summary>
    private static async Task<(string Draft, HttpResponseMessage Answer)> FirstRefusedAsync(SiteClient client, List<string> drafts)
    {
        foreach (var draft in drafts)
        {
            var answer = await client.SubmitAsync("/reports", draft + "/confirm");
            if (answer.StatusCode != HttpStatusCode.Found)
            {
                return (draft, answer);
            }
        }

        throw new InvalidOperationException("All of them were taken.");
    }

    /// <summary>Each with other figures, so that each is a revision of its own.</summary>
    private static Task<string> UploadAsync(SiteClient client) =>
        client.UploadAsync(WardWorkbooks.Of(Reports.Registers.Units.Find("00109", Reports.May)!, ++_reached), "bao-cao.xlsx", "00109");

    /// <summary>Leaves no empty page in the file that a report could lie in.</summary>
    private async Task PackAsync()
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("VACUUM");
    }

    private sealed class Troubled : DbConnectionInterceptor
    {
        private const string Well = "PRAGMA max_page_count = 1073741823; PRAGMA query_only = OFF; PRAGMA busy_timeout = 15000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Tell(connection);
            return Task.CompletedTask;
        }

        private static void Tell(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Well + _trouble;
            command.ExecuteNonQuery();
        }
    }
}
