using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Mail;

/// <summary>One-time links by mail.</summary>
public sealed class InvitationLetterTests
{
    private static readonly Officer Administrator = new("x", "Phạm Quốc Bảo", AccountRole.Administrator, new UnitKey("01", DateOnly.MinValue));

    [TestCase("a@phuong.vn", "a@phuong.vn")]
    [TestCase("  a@phuong.vn ", "a@phuong.vn")]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void An_address_is_taken_as_it_is(string? written, string? expected) =>
        Assert.That((EmailAddress.TryRead(written, out var read), read), Is.EqualTo((true, expected)));

    [TestCase("a.phuong.vn")]
    [TestCase("Lan <a@phuong.vn>")]
    [TestCase("a@phuong.vn\r\nBcc: b@khac.vn", Description = "no second receiver is smuggled in")]
    public void Or_it_is_refused(string written) => Assert.That(EmailAddress.TryRead(written, out _), Is.False);

    [TestCase("a@phuong.vn", "127.0.0.1", 1)]
    [TestCase(null, "127.0.0.1", 0)]
    [TestCase("a@phuong.vn", null, 0)]
    public async Task A_link_is_mailed_where_an_address_and_a_mail_server_are_known(string? email, string? host, int expected)
    {
        await using var database = await TemporaryDatabase.CreateAsync(services => services
            .AddSingleton(TimeProvider.System).AddSingleton(new MailSettings { Host = host, From = "kpi@quan.vn" }).AddSingleton<Outbox>().AddSingleton<InvitationLetters>());

        var link = new InvitationOutcome.Link("/invitation?account=1&token=2", new Account { UserName = "can-bo", DisplayName = "Cán bộ", Email = email, UnitId = 1 });
        await database.Services.GetRequiredService<InvitationLetters>().SendAsync(link, "https://kpi.quan.vn/", Administrator, default);

        await using var db = await database.Factory.CreateDbContextAsync();
        var written = await db.OutgoingMessages.AsNoTracking().ToListAsync();
        Assert.That(written, Has.Count.EqualTo(expected));
        var recorded = await db.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.InvitationMailed).ToListAsync();
        Assert.That(recorded.Select(e => (e.Action, e.Name)), Is.EqualTo(Enumerable.Repeat((AuditAction.InvitationMailed, "Phạm Quốc Bảo"), expected)));
        Assert.That(recorded.Select(e => e.After), Has.None.Contains("token").And.None.Contains("a@phuong.vn"));
        Assert.That(written.Select(m => m.Body), Is.All.Contains("https://kpi.quan.vn/invitation?account=1&token=2").And.All.Contains("“can-bo”"));
    }
}
