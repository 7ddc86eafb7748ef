using KpiTracker.Tests.Web.Hosting;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The district officer's way with many files, from choosing them to the receipts.</summary>
public sealed class BatchTests : BrowserTest
{
    /// <summary>The server reads and the page asks in turns: longer than a click takes on a busy machine.</summary>
    private static readonly LocatorAssertionsToContainTextOptions InItsTime = new() { Timeout = 30_000 };

    [Test]
    public async Task Five_files_go_their_ways_and_the_good_ones_are_sent_together()
    {
        await SignInAsync(TestSite.DistrictOfficer);
        await Page.GotoAsync("/reports?period=2025-05");
        await Page.ClickAsync("a[href^='/reports/batches/new']");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Nộp nhiều tệp cùng lúc");
        await AssertFitsEveryoneAsync();

        await Page.SetInputFilesAsync("#batch-files", await FilesAsync());
        await Assertions.Expect(Page.Locator(".upload-chosen")).ToHaveTextAsync("Đã chọn 5 tệp");
        await Page.ClickAsync(".upload button[type=submit]");
        await Page.WaitForURLAsync(url => url.Contains("/reports/batches/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        // The page watches by itself until all have been read.
        await Assertions.Expect(Page.Locator("#decision-title")).ToContainTextAsync("tệp đạt, sẵn sàng gửi", InItsTime);
        await Assertions.Expect(Row("co-loi.xlsx")).ToContainTextAsync("Có lỗi");
        await Assertions.Expect(Row("hong.xlsx")).ToContainTextAsync("Không đọc được");
        await Assertions.Expect(Row("khong-ten.xlsx")).ToContainTextAsync("Chưa rõ phường");
        await AssertFitsEveryoneAsync();

        await Row("khong-ten.xlsx").Locator("select").SelectOptionAsync("00103");
        await Row("khong-ten.xlsx").GetByRole(AriaRole.Button, new() { Name = "Đọc lại" }).ClickAsync();
        await Assertions.Expect(Row("khong-ten.xlsx").Locator(".status")).ToContainTextAsync("Đạt", InItsTime);
        await Assertions.Expect(Page.Locator("#decision-title")).ToContainTextAsync("3 tệp đạt", InItsTime);
        await Page.ClickAsync("form[action$='/confirm'] button");
        await Assertions.Expect(Page.Locator("#batch-summary")).ToContainTextAsync("3 tệp đã gửi", InItsTime);
        await Assertions.Expect(Row("khong-ten.xlsx")).ToContainTextAsync("BC-202505-");
        await AssertFitsEveryoneAsync();

        await Page.ClickAsync(".batch-filter a[href$='state=Work']");
        await Assertions.Expect(Page.Locator(".batch-table tbody tr")).ToHaveCountAsync(2);
        await Row("co-loi.xlsx").GetByRole(AriaRole.Link, new() { Name = "Xem, sửa" }).ClickAsync();
        await Page.WaitForURLAsync("**/reports/drafts/**");
    }

    private static async Task<FilePayload[]> FilesAsync()
    {
        var plain = await File.ReadAllBytesAsync(Path.Combine(Samples.Folder, "phuong-buoi-2025-05.xlsx"));
        return
        [
            Payload("nhat-tan.xlsx", WardSheet.Of("PHƯỜNG NHẬT TÂN", 63, 131)),
            Payload("quang-an.xlsx", WardSheet.Of("PHƯỜNG QUẢNG AN", 71, 118)),
            Payload("co-loi.xlsx", WardSheet.Of("PHƯỜNG YÊN PHỤ", 130, 120)),
            Payload("khong-ten.xlsx", WardSheet.Of("BÁO CÁO THÁNG", 44, 97)),
            Payload("hong.xlsx", plain[..(plain.Length / 2)]),
        ];
    }

    private ILocator Row(string file) => Page.Locator(".batch-table tbody tr", new PageLocatorOptions { HasText = file });

    private static FilePayload Payload(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };
}
