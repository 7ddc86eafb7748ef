using System.Net;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>The officer's own workbook with the faults marked, from the draft's page.</summary>
public sealed class AnnotatedDraftTests
{
    private const string Faulty = "phuong-tu-lien-co-loi-2025-05.xlsx";

    [Test]
    public async Task Officer_downloads_the_own_workbook_with_the_faults_marked()
    {
        using var client = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.DistrictOfficer);
        var draft = await client.UploadAsync(Faulty, "00097");
        var page = await (await client.GetAsync(draft)).Content.ReadAsStringAsync();
        var response = await client.GetAsync(draft + "/annotated");
        var file = await response.Content.ReadAsByteArrayAsync();
        var opened = (GateReading.Opened)WorkbookGate.Shared.Open(new MemoryStream(file));

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain($"href=\"{draft}/annotated\"").And.Contain("Tải tệp có đánh dấu lỗi"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Content.Headers.ContentDisposition!.FileNameStar, Is.EqualTo("phuong-tu-lien-co-loi-2025-05_da-kiem-tra.xlsx"));
            Assert.That(opened.Workbook.Sheets[0].Name, Is.EqualTo("Kết quả kiểm tra"));
            Assert.That(opened.Workbook.Sheets[0].Rows.SelectMany(r => r.Cells).Select(c => c.Text), Has.Some.EqualTo("Lỗi").And.Some.EqualTo("R07"));
        });
    }

    [TestCase("TooSlow", "mất quá nhiều thời gian")]
    [TestCase("Busy", "chờ một phút")]
    [TestCase("NotPossible", "không cho phép ghi thêm")]
    public async Task Draft_s_page_says_why_nothing_was_marked(string problem, string words)
    {
        using var client = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.DistrictOfficer);
        var draft = await client.UploadAsync(Faulty, "00097");

        Assert.That(await (await client.GetAsync($"{draft}?annotated={problem}")).Content.ReadAsStringAsync(), Does.Contain(words));
    }
}
