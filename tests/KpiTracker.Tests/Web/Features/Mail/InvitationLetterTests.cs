using KpiTracker.Data.Accounts;
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
    [TestCase("a.phuong.vn", null)]
    [TestCase("Lan <a@phuong.vn>", null)]
    [TestCase("a@phuong.vn\r\nBcc: b@khac.vn", null, Description = "no second receiver is smuggled in")]
    public void An_address_is_taken_as_it_is_or_not_at_all(string? written, string? expected) => Assert.That(EmailAddress.Of(written), Is.EqualTo(expected));

    [TestCase("a@phuong.vn", "127.0.0.1", 1)]
    [TestCase(null, "127.0.0.1", 0)]
    [TestCase("a@phuong.vn", null, 0)]
    public async Task A_link_is_mailed_where_an_address_and_a_mail_server_are_known(string? email, string? host, int expected)
    {
        await using var database = await TemporaryDatabase.CreateAsync(services => services
            .AddSingleton(TimeProvider.System).AddSingleton(new MailSettings { Host = host, From = "kpi@quan.vn" }).AddSingleton<Outbox>().AddSingleton<InvitationLetters>());

        var link = new InvitationOutcome.Link("/invitation?account=1&token=2", "can-bo") { Email = email };
        await database.Services.GetRequiredService<InvitationLetters>().SendAsync(link, "https://kpi.quan.vn/", Administrator, default);

        await using var db = await database.Factory.CreateDbContextAsync();
        var written = await db.OutgoingMessages.AsNoTracking().ToListAsync();
        Assert.That(written, Has.Count.EqualTo(expected));
        Assert.That(written.Select(m => m.Body), Is.All.Contains("https://kpi.quan.vn/invitation?account=1&token=2").And.All.Contains("“can-bo”"));
    }
}
