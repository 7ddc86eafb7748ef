using KpiTracker.Tests.Documents;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>Mending a draft where it stands, by an officer of Đống Đa: figures, names of wards, unknown columns.</summary>
public sealed class MendingTests : SendingBrowserTest
{
    private static readonly Book Wrong = Book.Of(Head, [1, "CBCCVC", "người", 119, 190], [2, "HSSV", "người", 2191, "một nghìn"], [3, "Người dân trưởng thành", "người", null, null]);

    [Test]
    public async Task Wrong_figures_are_mended_in_place_until_the_report_can_be_sent()
    {
        await OpenWardAsync("00178");
        await UploadAsync(Wrong);
        await Assertions.Expect(Page.Locator("#summary")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator(".steps [aria-current=step]")).ToContainTextAsync("Sửa");
        await AssertFitsEveryoneAsync();

        // From the summary to the field by the keyboard alone.
        await Page.Locator("#summary a").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#e-E2")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync("109");
        await Page.Keyboard.PressAsync("Tab");
        await ExpectCheckedAsync();
        await Assertions.Expect(Page.Locator("#o-E2")).ToContainTextAsync("đã sửa: trong tệp ghi “190”");
        await Assertions.Expect(Page.Locator("#e-E2")).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await Page.FillAsync("#e-E3", "1.134");
        await Page.FillAsync("#e-D4", "9000");
        await Page.FillAsync("#e-E4", "8000");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#o-E4")).ToContainTextAsync("trong tệp để trống");
        await Assertions.Expect(Page.Locator("#e-E4")).ToHaveValueAsync("8.000");
        await Assertions.Expect(Page.Locator("#e-E4")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#send")).ToBeVisibleAsync();
        await AssertFitsEveryoneAsync();

        await ConfirmAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Sửa trước khi gửi");
        await AssertFitsEveryoneAsync();
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Xem báo cáo đã lưu" }).ClickAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("một nghìn");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task The_focus_goes_on_to_the_next_field_when_what_held_it_is_gone()
    {
        await OpenWardAsync("00205");
        await UploadAsync(Wrong);
        await Page.FocusAsync("#e-E3");
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync("1134");
        await Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(Page.Locator("#o-E3")).ToContainTextAsync("đã sửa");
        await Assertions.Expect(Page.Locator("#m-E3")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("#e-D3")).ToBeFocusedAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_meaning_chosen_for_a_column_is_kept_by_the_other_button_too(bool hasScript)
    {
        await OpenContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = hasScript });
        await OpenWardAsync(hasScript ? "00193" : "00196");
        await UploadAsync(Book.Of([.. Head, null, "Số camera"], [1, "CBCCVC", "người", 119, 90, null, null, 7]));
        await Page.GetByLabel("Cột H “Số camera”").SelectOptionAsync("Ignored");
        await Page.FillAsync("#e-E2", "91");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Kiểm tra lại", Exact = true }).ClickAsync();

        await Assertions.Expect(Page.Locator(".remembered")).ToContainTextAsync("“Số camera”");
        await Assertions.Expect(Page.Locator("#e-E2")).ToHaveValueAsync("91");
    }

    [Test]
    public async Task What_the_file_says_comes_back_with_one_press()
    {
        await OpenWardAsync("00181");
        await UploadAsync(Wrong);
        await Page.FillAsync("#e-E2", "109");
        await Page.Locator("#e-E2").BlurAsync();
        await Page.Locator("#o-E2 .undo").ClickAsync();

        await Assertions.Expect(Page.Locator("#e-E2")).ToHaveValueAsync("190");
        await Assertions.Expect(Page.Locator("#o-E2 .undo")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task When_the_line_is_down_what_was_typed_stays_and_is_sent_again()
    {
        await OpenWardAsync("00199");
        await UploadAsync(Wrong);
        await Page.RouteAsync("**/edits", route => route.AbortAsync());
        await Page.FillAsync("#e-E2", "109");
        await Page.Locator("#e-E2").BlurAsync();
        await Assertions.Expect(Page.Locator("[data-draft-bar]")).ToContainTextAsync("Chưa lưu được");
        await Assertions.Expect(Page.Locator("#e-E2")).ToHaveValueAsync("109");
        await AssertFitsEveryoneAsync();

        await Page.UnrouteAsync("**/edits");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Thử lại" }).ClickAsync();

        await Assertions.Expect(Page.Locator("#o-E2")).ToContainTextAsync("đã sửa");
        ForgiveComplaintsWith("ERR_FAILED");
    }

    [Test]
    public async Task Without_a_script_the_form_checks_again_and_a_draft_is_found_and_thrown_away()
    {
        await OpenContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await OpenWardAsync("00187");
        await UploadAsync(Wrong);
        await Page.FillAsync("#e-E2", "109");
        await Page.FillAsync("#e-E3", "1134");
        await Page.Locator("#e-E3").PressAsync("Enter");

        await Assertions.Expect(Page.Locator("#summary")).ToContainTextAsync("Đã kiểm tra lại");
        await Assertions.Expect(Page.Locator("#o-E3")).ToContainTextAsync("trong tệp ghi “một nghìn”");

        await Page.GotoAsync("/reports?unit=00187&period=2025-05");
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Tiếp tục" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#e-E2")).ToHaveValueAsync("109");
        await Page.ClickAsync(".discard summary");
        await Page.ClickAsync(".discard button");
        await Assertions.Expect(Page.Locator(".open-drafts")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_name_that_nobody_knows_is_chosen_among_the_wards()
    {
        await SignInAsync(TestSite.Stranger);
        await Page.GotoAsync("/reports?unit=006&period=2025-05");
        await UploadAsync(Book.Of(
            ["TT", "Đơn vị", "CBCCVC", null],
            [null, null, "Tổng số", "Đạt"],
            [1, "Phường Không Có", 140, 63],
            [2, "Phường Cát Linh", 131, 70],
            [3, "Phường Láng Hạ", 120, 71]));
        await Assertions.Expect(Page.Locator(".overview").First).ToContainTextAsync("Phải sửa");
        await AssertFitsEveryoneAsync();

        await Page.Locator(".unit-name select").SelectOptionAsync(new SelectOptionValue { Label = "Phường Hàng Bột" });

        await ExpectCheckedAsync();
        await Assertions.Expect(Page.Locator(".overview")).ToHaveCountAsync(1);
        await Page.Locator(".overview").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Phường Hàng Bột" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".unit-name")).ToContainTextAsync("trong tệp ghi “Phường Không Có”");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_column_and_a_row_are_given_a_meaning_which_an_administrator_can_remove()
    {
        await OpenWardAsync("00190");
        await UploadAsync(Book.Of(
            [.. Head, null, "Số camera"],
            [1, "CBCCVC", "người", 119, 90, null, null, 7],
            [2, "Đoàn viên đô thị", "người", 50, 40]));
        await Assertions.Expect(Page.GetByLabel("Cột H “Số camera”: không thuộc chỉ tiêu nào – bỏ qua?")).ToBeVisibleAsync();
        await AssertFitsEveryoneAsync();

        await Page.GetByLabel("Cột H “Số camera”").SelectOptionAsync("Ignored");
        await Page.GetByLabel("Dòng 3 “Đoàn viên đô thị”").SelectOptionAsync("indicator:ADULTS");
        await Page.ClickAsync("text=Lưu và kiểm tra lại");
        await Assertions.Expect(Page.Locator(".remembered")).ToContainTextAsync("“Đoàn viên đô thị”");
        await Assertions.Expect(Page.Locator("#e-E3")).ToHaveValueAsync("40");
        await AssertFitsEveryoneAsync();

        await OpenContextAsync(new BrowserNewContextOptions());
        await SignInAsync(TestSite.Administrator);
        await Page.GotoAsync("/admin/label-mappings");
        await Assertions.Expect(Page.Locator("tbody")).ToContainTextAsync("Số camera");
        await AssertFitsEveryoneAsync();
        await Page.Locator("tbody tr", new PageLocatorOptions { HasText = "Số camera" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(Page.Locator(".notice-success")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("tbody")).Not.ToContainTextAsync("Số camera");
    }

    private async Task OpenWardAsync(string ward)
    {
        await SignInAsync(TestSite.Stranger);
        await Page.GotoAsync($"/reports?unit={ward}&period=2025-05");
    }
}
