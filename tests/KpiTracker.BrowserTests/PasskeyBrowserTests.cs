using KpiTracker.Data.Accounts;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>Passkeys with Chromium's virtual device, on localhost: browsers give them to names only, not to numbers.</summary>
public sealed class PasskeyBrowserTests : BrowserTest
{
    private static string Localhost => $"http://localhost:{Site.Address.Port}";

    private static ILocator Entry(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Đăng nhập bằng khóa truy cập" });

    [Test]
    public async Task A_passkey_is_added_signs_in_and_is_removed_again()
    {
        await Site.AddAccountAsync("van-tay", "Đỗ Vân Tay", AccountRole.Leader, "269");
        var device = await PlugInAsync();
        await SignInByPasswordAsync("van-tay");
        await AddAsync("Điện thoại của tôi");
        await AssertFitsEveryoneAsync();

        await SignOutAsync();
        await Assertions.Expect(Entry(Page)).ToBeVisibleAsync();
        await AssertFitsEveryoneAsync();
        await Entry(Page).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await Assertions.Expect(Page.Locator(".officer-name")).ToHaveTextAsync("Đỗ Vân Tay");

        await Page.GotoAsync(Localhost + "/account");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("dùng lần cuối lúc 09:00 03/06/2025");
        await Page.FillAsync("#passkey-password", TestSite.Password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Gỡ “Điện thoại của tôi”" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-success")).ToContainTextAsync("Đã gỡ khóa truy cập");
        await AddAsync("Máy cơ quan");
        await SignOutAsync();
        await device.SendAsync("WebAuthn.disable");
    }

    [Test]
    public async Task An_account_that_was_shut_is_refused_and_a_cancelled_device_is_said_in_words()
    {
        var account = await Site.AddAccountAsync("van-tay-khoa", "Ngô Bị Khóa", AccountRole.Leader, "269");
        var device = await PlugInAsync();
        await SignInByPasswordAsync("van-tay-khoa");
        await AddAsync("Điện thoại");
        await SignOutAsync();
        await Site.Services.GetRequiredService<AccountAdministration>().ShutAsync(account.Id, default);

        await Entry(Page).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-error").First).ToContainTextAsync("Khóa truy cập này không dùng được ở đây, hoặc tài khoản đã bị khóa.");
        await AssertFitsEveryoneAsync();
        await device.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = _authenticator, ["isUserVerified"] = false });
        await Entry(Page).ClickAsync();
        await Assertions.Expect(Page.Locator(".passkey-entry .notice-error")).ToContainTextAsync("Máy chưa mở được khóa truy cập");
        await Assertions.Expect(Entry(Page)).ToBeEnabledAsync();
        await AssertFitsEveryoneAsync();
    }

    private string _authenticator = string.Empty;

    private async Task<ICDPSession> PlugInAsync()
    {
        var device = await Page.Context.NewCDPSessionAsync(Page);
        await device.SendAsync("WebAuthn.enable");
        var added = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        _authenticator = added!.Value.GetProperty("authenticatorId").GetString()!;
        return device;
    }

    private async Task SignInByPasswordAsync(string name)
    {
        await Page.GotoAsync(Localhost + "/sign-in");
        await Page.FillAsync("#name", name);
        await Page.FillAsync("#password", TestSite.Password);
        await Page.ClickAsync("form.panel button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    private async Task AddAsync(string name)
    {
        await Page.GotoAsync(Localhost + "/account");
        await Page.FillAsync("#passkey-password", TestSite.Password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Thêm khóa truy cập" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#passkey-name")).ToBeFocusedAsync();
        await AssertFitsEveryoneAsync();
        await Page.FillAsync("#passkey-name", name);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tạo khóa truy cập trên thiết bị này" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-success")).ToContainTextAsync("Đã thêm khóa truy cập");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(name);
    }

    private async Task SignOutAsync()
    {
        await Page.Locator("form[action='/sign-out'] button").First.ClickAsync();
        await Page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
