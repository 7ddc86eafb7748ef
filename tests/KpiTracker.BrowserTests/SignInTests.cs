using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

public sealed class SignInTests : BrowserTest
{
    [Test]
    public async Task The_sign_in_page_fits_everyone_in_both_languages()
    {
        await Page.GotoAsync("/sign-in");
        await AssertFitsEveryoneAsync();
        await Page.ClickAsync(".language-switch button");
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_wrong_password_is_said_in_words_and_the_name_is_kept()
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("#name", TestSite.Leader);
        await Page.FillAsync("#password", "không phải");
        await Page.PressAsync("#password", "Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Tên đăng nhập hoặc mật khẩu không đúng");
        await Assertions.Expect(Page.Locator("#name")).ToHaveValueAsync(TestSite.Leader);
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task An_unknown_address_gets_a_page_with_a_sentence_and_an_id()
    {
        await Page.GotoAsync("/khong-co-trang-nay");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Không tìm thấy trang");
        await Assertions.Expect(Page.Locator(".problem-id code")).Not.ToBeEmptyAsync();
        await AssertFitsEveryoneAsync();
        ForgiveComplaintsWith("404");
    }
}
