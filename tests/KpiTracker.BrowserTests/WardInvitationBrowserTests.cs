using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>Officers of many wards from one list, in Thị xã Sơn Tây (269), where no other test has business.</summary>
public sealed class WardInvitationBrowserTests : BrowserTest
{
    private static readonly object?[] Head = ["Mã đơn vị", "Phường, xã", "Họ và tên", "E-mail", "Tên đăng nhập"];

    [TestCase(ColorScheme.Light, 0)]
    [TestCase(ColorScheme.Dark, 2)]
    public async Task A_list_is_checked_invited_and_its_links_are_taken_once(ColorScheme scheme, int first)
    {
        string[] wards = ["09574", "09577", "09586", "09589"];
        await OpenContextAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/admin/accounts");
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Mời cán bộ của mọi phường, xã bằng một tệp Excel" }).ClickAsync();
        await AssertFitsEveryoneAsync();
        await GiveAsync([wards[first], "", "Lê Thị Lan", $"lan.{first}@sontay.vn"], [wards[first + 1], "", "Trần Văn An", "", $"son-tay-{first}"], ["99999", "Xã Không Có", "Người Lạ", "la@x.vn"]);
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Mời được: 2 · đã mời từ trước: 0 · cần sửa: 1");
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mời 2 người" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-success")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("input[readonly]")).ToHaveCountAsync(2);
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sao chép liên kết" }).First.ClickAsync();
        await Assertions.Expect(Page.Locator(".copy-status").First).ToHaveTextAsync("Đã sao chép.");
        var file = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tải các liên kết (Excel)" }).ClickAsync());
        Assert.That(file.SuggestedFilename, Is.EqualTo("lien-ket-moi_2025-06-03.xlsx"));

        await Page.GotoAsync("/admin/accounts/wards?gone=true");
        await Assertions.Expect(Page.Locator(".notice-error")).ToBeFocusedAsync();
        await GiveAsync([wards[first], "", "Lê Thị Lan", $"lan.{first}@sontay.vn"]);
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Đã mời, chưa đặt mật khẩu.");
        await Assertions.Expect(Page.Locator(".notice-error")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("#renew")).ToBeCheckedAsync();
        await AssertFitsEveryoneAsync();
    }

    private async Task GiveAsync(params object?[][] lines)
    {
        await Page.SetInputFilesAsync("#list", new FilePayload { Name = "danh-sach.xlsx", MimeType = "application/octet-stream", Buffer = Book.Of([Head, .. lines]).Bytes() });
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Kiểm tra danh sách" }).ClickAsync();
    }
}
