using System.Net;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Tests.Documents;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.WardInvitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Inviting the officers of many wards from one list, on a running site. The wards are those of Huyện Mỹ Đức.</summary>
public sealed partial class WardInvitationTests
{
    private static readonly object?[] Head = ["Mã đơn vị", "Phường, xã", "Họ và tên", "E-mail", "Tên đăng nhập"];

    private static TestSite Site => SharedSite.Site;

    [Test]
    public async Task The_template_lists_the_wards_without_an_officer_and_is_read_again_as_it_is()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var bytes = await (await client.GetAsync(WardInvitationsFeature.Page + "/template")).Content.ReadAsByteArrayAsync();

        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        var written = workbook.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.That(written, Does.Contain("10441").And.Contain("Thị trấn Đại Nghĩa").And.Not.Contain("00109"), "Phường Bưởi has an officer");
        Assert.That(await ReadAsync(client, bytes), Does.Contain("Danh sách chưa điền tên ai"));
    }

    [Test]
    public async Task Each_line_says_what_becomes_of_it_and_nothing_is_kept_before_inviting()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var accounts = await CountAsync();

        var page = await ReadAsync(client, Book.Of(
            Head,
            ["10444", "Xã Đồng Tâm", "Lê Thị Lan", "lan@dongtam.vn"],
            ["99999", "Xã Không Có", "Người Lạ", "la@x.vn"],
            ["10447", "Xã Khác Hẳn", "Nhầm Mã", "nham@x.vn"],
            ["10450", "", "Sai Thư", "không phải thư"],
            ["10453", "", "", "ten@x.vn"],
            ["10489", "", "Chưa Có Tên", ""],
            ["10459", "", "Có Dấu", "", "có dấu"],
            ["10462", "", "Tên Đã Có", "", TestSite.Leader],
            ["00109", "", "Người Thứ Hai", "hai@buoi.vn"],
            ["10444", "", "Trùng Phường", "trung@x.vn"]).Bytes());

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("Mời được: 1 · đã mời từ trước: 0 · cần sửa: 9 · dòng để trống: 0.").And.Contain("Mời 1 người"));
            foreach (var sentence in new[]
            {
                "Mã “99999” không phải mã phường, xã", "khác tên ghi trên dòng", "“không phải thư” không phải địa chỉ e-mail", "Thiếu họ và tên", "Thiếu cả e-mail và tên đăng nhập",
                "Tên đăng nhập “có dấu” chỉ được gồm", $"Tên đăng nhập “{TestSite.Leader}” đã có người khác dùng", $"đã có tài khoản “{TestSite.WardOfficer}”", "với dòng 2",
            })
            {
                Assert.That(page, Does.Contain(sentence));
            }
        });
        Assert.That(await CountAsync(), Is.EqualTo(accounts));
    }

    [Test]
    public async Task All_are_invited_at_once_their_links_are_taken_once_and_the_same_list_again_invites_nobody()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var list = Book.Of(Head, ["10465", "", "Lê Thị Lan", "lan@antien.vn"], ["10468", "", "=HYPERLINK(1)", "an@x.vn", "my-duc-an"]).Bytes();

        var page = await InviteAsync(client, await ReadAsync(client, list));
        var key = Key().Match(page).Groups[1].Value;
        var file = await client.SubmitAsync("/admin/accounts", WardInvitationsFeature.Page + "/links", ("key", key));
        var second = await client.SubmitAsync("/admin/accounts", WardInvitationsFeature.Page + "/links", ("key", key));
        var again = await ReadAsync(client, list);

        using var workbook = new XLWorkbook(await file.Content.ReadAsStreamAsync());
        var cells = workbook.Worksheet(1).CellsUsed().ToList();
        var links = Link().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Multiple(async () =>
        {
            Assert.That(links, Has.Count.EqualTo(2));
            Assert.That(cells.Select(c => c.GetString()), Is.SupersetOf(links));
            Assert.That(cells.Where(c => c.HasFormula), Is.Empty);
            Assert.That(second.Headers.Location?.OriginalString, Does.EndWith("gone=true"));
            Assert.That(again, Does.Contain("Mời được: 0 · đã mời từ trước: 2").And.Contain("Đã mời, chưa đặt mật khẩu.").And.Not.Contain("Mời 2 người"));
            Assert.That(await LinesAsync(AuditAction.AccountInvited, "lan@antien.vn"), Is.EqualTo(1));
            Assert.That(await LinesAsync(AuditAction.AccountInvited, "my-duc-an"), Is.EqualTo(1));
        });
        using var officer = new SiteClient(Site);
        Assert.That(await (await officer.GetAsync(new Uri(links[0]).PathAndQuery)).Content.ReadAsStringAsync(), Does.Contain("id=\"password\""));
    }

    [Test]
    public async Task Lost_links_are_made_anew_for_who_has_no_password_and_the_former_are_worthless()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        var list = Book.Of(Head, ["10471", "", "Mất Liên Kết", "mat@x.vn"]).Bytes();
        var first = Link().Match(await InviteAsync(client, await ReadAsync(client, list))).Groups[1].Value;

        var none = await InviteAsync(client, await ReadAsync(client, list));
        var renewed = Link().Match(await InviteAsync(client, await ReadAsync(client, list), ("Asked.Renew", "true"))).Groups[1].Value;

        Assert.That(none, Does.Contain("Không tạo liên kết nào"));
        using var officer = new SiteClient(Site);
        Assert.That(await (await officer.GetAsync(new Uri(first).PathAndQuery)).Content.ReadAsStringAsync(), Does.Contain("không còn dùng được"));
        Assert.That(await (await officer.GetAsync(new Uri(renewed).PathAndQuery)).Content.ReadAsStringAsync(), Does.Contain("id=\"password\""));
    }

    [Test]
    public async Task When_one_account_cannot_be_kept_none_is()
    {
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "NoSecond" BEFORE INSERT ON "AspNetUsers" WHEN NEW."UserName" = 'hai@hung.vn' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END""");
        try
        {
            await using var scope = Site.Services.CreateAsyncScope();
            var officer = new Officer("x", "Phạm Quản Trị", AccountRole.Administrator, (await Registers()).Units.FindInSeries("01", TestSite.May)!.Key);
            KpiTracker.Documents.Invitations.InvitationLine[] lines = [new(2, "10474", "", "Một", "mot@hung.vn", ""), new(3, "10477", "", "Hai", "hai@hung.vn", "")];

            Assert.That(async () => await scope.ServiceProvider.GetRequiredService<BulkInvitation>().InviteAsync(lines, false, "https://x/", officer, default), Throws.TypeOf<DbUpdateException>());
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "NoSecond" """);
        }

        Assert.That(await db.Users.AnyAsync(a => a.UserName == "mot@hung.vn"), Is.False);
        Assert.That(await LinesAsync(AuditAction.AccountInvited, "mot@hung.vn"), Is.Zero);
    }

    [Test]
    public async Task A_hostile_file_and_a_form_of_rubbish_end_in_words()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Administrator);

        Assert.That(await ReadAsync(client, "%PDF-1.7"u8.ToArray()), Does.Contain("PDF").And.Contain("notice-error"));
        var rubbish = await client.SubmitAsync(WardInvitationsFeature.Page, WardInvitationsFeature.Page, ("_handler", "invite"), ("Asked.Lines", """[null,{"Row":1}]"""));
        Assert.That((int)rubbish.StatusCode, Is.LessThan(500));
    }

    private static async Task<string> ReadAsync(SiteClient client, byte[] list)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.FormTokenAsync(WardInvitationsFeature.Page)), "__RequestVerificationToken" },
            { new StringContent("read"), "_handler" },
            { new ByteArrayContent(list), "List", "danh-sach.xlsx" },
        };
        return WebUtility.HtmlDecode(await (await client.PostAsync(WardInvitationsFeature.Page, form)).Content.ReadAsStringAsync());
    }

    private static async Task<string> InviteAsync(SiteClient client, string preview, params (string, string)[] more)
    {
        var lines = Lines().Match(preview).Groups[1].Value;
        var answer = await client.SubmitAsync(WardInvitationsFeature.Page, WardInvitationsFeature.Page, [("_handler", "invite"), ("Asked.Lines", lines), .. more]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<KpiTracker.Data.Registers.RegisterSnapshot> Registers() => await Site.Services.GetRequiredService<KpiTracker.Data.Registers.Registers>().CurrentAsync();

    private static Task<KpiTrackerDbContext> ContextAsync() => Site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();

    private static async Task<int> CountAsync()
    {
        await using var db = await ContextAsync();
        return await db.Users.CountAsync();
    }

    private static async Task<int> LinesAsync(AuditAction action, string name)
    {
        await using var db = await ContextAsync();
        return await db.AuditEntries.CountAsync(e => e.Action == action && e.Name == "Phạm Quản Trị" && e.After!.Contains(name));
    }

    [GeneratedRegex("name=\"Asked.Lines\" value=\"(.+?)\" />")]
    private static partial Regex Lines();

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("value=\"(http[^\"]*/invitation\\?[^\"]+)\"")]
    private static partial Regex Link();
}
