using KpiTracker.Tests.Documents;
using Microsoft.Playwright;

namespace KpiTracker.BrowserTests;

/// <summary>The steps that tests of sending a report share.</summary>
public abstract class SendingBrowserTest : BrowserTest
{
    internal static readonly object?[] Head = ["STT", "Tên chỉ tiêu", "ĐVT", "Tổng số", "Đã đạt", "Tỷ lệ (%)"];

    internal async Task UploadAsync(string sample)
    {
        await Page.SetInputFilesAsync("#upload-file", Path.Combine(Samples.Folder, sample));
        await Page.ClickAsync(".upload button[type=submit]");
        await Page.WaitForURLAsync("**/reports/drafts/**");
    }

    internal async Task UploadAsync(Book book)
    {
        await Page.SetInputFilesAsync("#upload-file", new FilePayload { Name = "bao-cao.xlsx", MimeType = "application/octet-stream", Buffer = book.Bytes() });
        await Page.ClickAsync(".upload button[type=submit]");
        await Page.WaitForURLAsync("**/reports/drafts/**");
    }

    internal async Task ConfirmAsync()
    {
        foreach (var box in await Page.Locator(".question input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await Page.ClickAsync("#send");
        await Page.WaitForURLAsync("**/receipts/**");
    }

    /// <summary>What js/draft.js says when it has checked again.</summary>
    internal Task ExpectCheckedAsync() =>
        Assertions.Expect(Page.Locator("[data-draft-bar] [role=status]")).ToContainTextAsync("Đã kiểm tra lại");
}
