using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The ward officer's way, from the sign-in to the figure on the district's dashboard.</summary>
public sealed class SendingTests : SendingBrowserTest
{
    [Test, Order(1)]
    public async Task A_ward_sends_its_report_and_the_district_sees_it()
    {
        await SignInAsync(TestSite.WardOfficer);
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Nộp báo cáo tháng");
        await Assertions.Expect(Page.Locator(".due")).ToContainTextAsync("Hạn nộp: 06/06/2025");
        await Assertions.Expect(Page.Locator(".due")).ToContainTextAsync("Chưa nộp");
        await AssertFitsEveryoneAsync();

        await UploadAsync("phuong-buoi-2025-05.xlsx");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Kiểm tra trước khi gửi");
        await Assertions.Expect(Page.Locator("#e-E12")).ToHaveValueAsync("7.689");
        await Assertions.Expect(Page.Locator(".steps [aria-current=step]")).ToContainTextAsync("Gửi");
        await AssertFitsEveryoneAsync();

        await ConfirmAsync();
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("BC-202505-");
        await Assertions.Expect(Page.Locator(".qr-address")).ToContainTextAsync("/receipts/");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Đã nhận báo cáo");
        await AssertFitsEveryoneAsync();

        await Page.GotoAsync("/reports");
        await Assertions.Expect(Page.Locator(".due")).ToContainTextAsync("Đã nộp đúng hạn");
        await Page.ClickAsync(".due a");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Phường Bưởi");
        await AssertFitsEveryoneAsync();
        await Page.Locator("a.figure-note").First.ClickAsync();
        await Assertions.Expect(Page.Locator(".sheet-marked")).ToBeInViewportAsync();
        await AssertFitsEveryoneAsync();

        await OpenContextAsync(new BrowserNewContextOptions());
        await SignInAsync(TestSite.Leader);
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(Site.Address, "/units/003?period=2025-05").ToString());
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("1/8 phường");
    }

    [Test, Order(2)]
    public async Task The_same_file_again_changes_nothing()
    {
        await SignInAsync(TestSite.WardOfficer);
        await UploadAsync("phuong-buoi-2025-05.xlsx");
        await Assertions.Expect(Page.Locator("#draft-form")).ToContainTextAsync("Không thay đổi");
        await AssertFitsEveryoneAsync();
        await ConfirmAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("không tạo lần nộp mới");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_report_with_errors_says_all_of_them_and_cannot_be_sent()
    {
        await SignInAsync(TestSite.DistrictOfficer);
        await Page.GotoAsync("/reports?unit=00097&period=2025-05");
        await AssertFitsEveryoneAsync();
        await UploadAsync("phuong-tu-lien-co-loi-2025-05.xlsx");
        await Assertions.Expect(Page.Locator(".notice-error").First).ToBeFocusedAsync();
        Assert.That(await Page.Locator(".finding-error").CountAsync(), Is.GreaterThan(0));
        Assert.That(await Page.Locator("#send").CountAsync(), Is.Zero);
        await AssertFitsEveryoneAsync();
        await Page.ClickAsync(".language-switch button");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Check before sending");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_consolidated_report_is_shown_ward_by_ward()
    {
        await SignInAsync(TestSite.DistrictOfficer);
        await Page.GotoAsync("/reports?period=2025-05");
        await UploadAsync("quan-tay-ho-tong-hop-2025-05.xlsx");
        Assert.That(await Page.Locator(".overview tbody tr").CountAsync(), Is.EqualTo(8));
        Assert.That(await Page.Locator("table.editable").CountAsync(), Is.EqualTo(1));
        await Page.Locator(".overview").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Phường Xuân La" }).ClickAsync();
        await Assertions.Expect(Page.Locator("table.editable caption")).ToContainTextAsync("Phường Xuân La");
        await AssertFitsEveryoneAsync();
    }

    [Test]
    public async Task A_file_that_is_no_workbook_gets_one_sentence()
    {
        await SignInAsync(TestSite.WardOfficer);
        await Page.SetInputFilesAsync("#upload-file", new FilePayload { Name = "bao-cao.xlsx", MimeType = "application/octet-stream", Buffer = [1, 2, 3, 4] });
        await Page.ClickAsync(".upload button[type=submit]");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Không đọc được tệp này");
        await AssertFitsEveryoneAsync();
    }
}
