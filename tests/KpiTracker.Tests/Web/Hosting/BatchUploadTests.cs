using System.Net;
using KpiTracker.Web.Features.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Many files at once over the wire, as a browser without scripts sends them.</summary>
public sealed class BatchUploadTests
{
    private const string Form = "/reports/batches/new";

    private static TestSite Site => SharedSite.Site;

    [Test]
    public async Task Files_sent_in_one_form_become_a_batch_with_a_page_of_its_own()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.DistrictOfficer);
        var address = await client.UploadBatchAsync("003", "phuong-nhat-tan-so-dang-chu-2025-05.xlsx", "bi-cat-giua-chung.xlsx");
        await Site.Services.GetRequiredService<BatchWork>().RunUntilEmptyAsync(default);

        var page = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        var results = await (await client.GetAsync(address + "/results")).Content.ReadAsByteArrayAsync();
        Assert.Multiple(() =>
        {
            Assert.That(address, Does.StartWith("/reports/batches/"));
            Assert.That(page, Does.Contain("phuong-nhat-tan-so-dang-chu-2025-05.xlsx").And.Contain("Không đọc được"));
            Assert.That(results[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }), "Excel needs the mark");
        });
        Assert.That(await StatusAsync(client.SubmitAsync(Form, address + "/discard")), Is.EqualTo("/reports"));
    }

    [Test]
    public async Task Without_the_form_s_token_nothing_is_taken()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.DistrictOfficer);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("003"), "unit" },
            { new StringContent("2025-05"), "period" },
            { new ByteArrayContent([1]), "files", "a.xlsx" },
        };
        var response = await client.PostAsync("/reports/batches", form);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("003", "2025-05", false, "no-file")]
    [TestCase("003", "tháng năm", true, "no-month")]
    [TestCase("006", "2025-05", true, "NotYours")]
    public async Task What_cannot_be_taken_leads_back_to_the_form_with_a_reason(string unit, string period, bool withFile, string problem)
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.DistrictOfficer);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.FormTokenAsync(Form)), "__RequestVerificationToken" },
            { new StringContent(unit), "unit" },
            { new StringContent(period), "period" },
        };
        if (withFile)
        {
            form.Add(new ByteArrayContent([1]), "files", "a.xlsx");
        }

        var address = await StatusAsync(client.PostAsync("/reports/batches", form));
        Assert.That(address, Does.StartWith(Form).And.EndWith($"problem={problem}"));
        Assert.That(await (await client.GetAsync(address)).Content.ReadAsStringAsync(), Does.Contain("role=\"alert\""));
    }

    [Test]
    public async Task A_ward_officer_has_no_such_page()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.WardOfficer);
        Assert.That((await client.GetAsync(Form)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.Found));
        Assert.That(await (await client.GetAsync("/reports")).Content.ReadAsStringAsync(), Does.Not.Contain(Form));
    }

    private static async Task<string> StatusAsync(Task<HttpResponseMessage> asked)
    {
        var response = await asked;
        return response.Headers.Location?.OriginalString ?? response.StatusCode.ToString();
    }
}
