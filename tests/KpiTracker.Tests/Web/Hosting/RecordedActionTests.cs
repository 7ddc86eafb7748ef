using System.Net;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>What the record says of what is done on a running site: by whom, from where, and never a secret.</summary>
public sealed class RecordedActionTests
{
    private static TestSite Site => SharedSite.Site;

    [Test]
    public async Task An_account_is_recorded_from_its_invitation_to_its_shutting()
    {
        var phrase = "bảy chiếc thuyền ra khơi";
        var link = await InviteAsync("ghi-chep");
        using var client = new SiteClient(Site);
        await client.SubmitAsync(link.Path, link.Path, ("_handler", "follow"), ("Password", phrase), ("Again", phrase));
        var accounts = Site.Services.GetRequiredService<AccountAdministration>();
        var account = (await accounts.ListAsync(default)).Single(a => a.UserName == "ghi-chep");
        using var administrator = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var page = $"/admin/accounts/{account.Id}";
        await administrator.SubmitAsync(page, page, ("_handler", "change"), ("Asked.DisplayName", "Trần Ghi"), ("Asked.Role", "Leader"), ("Asked.Unit", "006"));
        await administrator.SubmitAsync(page, page, ("_handler", "state"));

        var lines = await LinesAsync(e => e.Subject == $"account:{account.Id}");
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(l => l.Action), Is.EqualTo(new[] { AuditAction.AccountInvited, AuditAction.PasswordSet, AuditAction.AccountChanged, AuditAction.AccountShut }));
            Assert.That((lines[1].AccountId, lines[1].Address), Is.EqualTo((account.Id, "127.0.0.1")), "by the invited one");
            Assert.That((lines[2].Name, lines[2].Address), Is.EqualTo(("Phạm Quản Trị", "127.0.0.1")));
            Assert.That((lines[2].Before, lines[2].After), Is.EqualTo((
                """{"userName":"ghi-chep","name":"Trần Văn Ghi","role":"Leader","unit":"003","units":"003 2025-06-03–"}""",
                """{"userName":"ghi-chep","name":"Trần Ghi","role":"Leader","unit":"006","units":"006 2025-06-03–"}""")));
            Assert.That(string.Concat(lines.Select(l => l.Before + l.After)), Does.Not.Contain(phrase).And.Not.Contain("token"));
        });
    }

    [Test]
    public async Task A_file_is_recorded_before_it_is_handed_over_and_a_refused_one_is_not()
    {
        using var officer = await SiteClient.SignedInAsync(Site, TestSite.DistrictOfficer);
        var taken = await officer.GetAsync("/units/003/tables/heat/csv?period=2025-05");
        var refused = await officer.GetAsync("/units/006/tables/heat/csv?period=2025-05");
        await officer.SubmitAsync("/reports", "/sign-out");

        var name = taken.Content.Headers.ContentDisposition!.FileNameStar;
        var lines = await LinesAsync(e => e.Name == "Trần Văn Tổng" && (e.Subject == "file:" + name || e.After!.Contains("/units/006/")));
        Assert.That((taken.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Forbidden)));
        Assert.That(lines.Select(l => (l.Action, l.After)).Distinct(), Is.EqualTo(new[] { (AuditAction.FileTaken, """{"address":"/units/003/tables/heat/csv","period":"2025-05"}""") }));
        Assert.That(lines[0].UnitId, Is.Not.Null);
        Assert.That(await LinesAsync(e => e.Action == AuditAction.SignedOut && e.Name == "Trần Văn Tổng"), Is.Not.Empty);
    }

    [Test]
    public async Task A_failed_sign_in_names_the_account_but_never_an_unknown_name()
    {
        using var client = new SiteClient(Site);
        var account = (await Site.Services.GetRequiredService<AccountAdministration>().ListAsync(default)).Single(a => a.UserName == TestSite.Stranger);
        await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", TestSite.Stranger), ("Password", "không phải mật khẩu"));
        await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", "mật khẩu gõ nhầm vào ô tên"), ("Password", "x"));
        using var signedIn = await SiteClient.SignedInAsync(Site, TestSite.Stranger);

        var failed = await LinesAsync(e => e.Action == AuditAction.SignInFailed && (e.Subject == $"account:{account.Id}" || e.Subject == "account:unknown"));
        Assert.Multiple(() =>
        {
            Assert.That(failed.Select(l => l.Subject), Does.Contain($"account:{account.Id}").And.Contain("account:unknown"));
            Assert.That(failed.Select(l => (l.AccountId, l.Name, l.Address, l.Before, l.After)).Distinct(), Is.EqualTo(new[] { ((string?)null, (string?)null, (string?)"127.0.0.1", (string?)null, (string?)null) }));
        });
        Assert.That((await LinesAsync(e => e.Action == AuditAction.SignedIn && e.AccountId == account.Id))[^1].Name, Is.EqualTo("Hoàng Văn Đống"));
    }

    private static async Task<InvitationOutcome.Link> InviteAsync(string name)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var registers = await scope.ServiceProvider.GetRequiredService<KpiTracker.Data.Registers.Registers>().CurrentAsync();
        var unit = registers.Units.FindInSeries("003", TestSite.May)!.Key;
        return (InvitationOutcome.Link)await scope.ServiceProvider.GetRequiredService<Invitations>().InviteAsync(name, "Trần Văn Ghi", AccountRole.Leader, unit);
    }

    private static async Task<List<AuditEntry>> LinesAsync(System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().Where(which).OrderBy(e => e.Sequence).ToListAsync();
    }
}
