using System.Net;
using KpiTracker.Data.Record;
using KpiTracker.Tests.Architecture;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>The record's page and its files, and the integrity checks, on a running site.</summary>
public sealed class RecordPageTests
{
    private static TestSite Site => SharedSite.Site;

    [Test]
    public async Task An_administrator_finds_a_line_by_person_action_and_text_and_takes_it_along()
    {
        using var leader = await SiteClient.SignedInAsync(Site, TestSite.Leader);
        await leader.GetAsync("/units/003/tables/ranking/csv?period=2025-05&indicator=OFFICIALS");
        using var administrator = await SiteClient.SignedInAsync(Site, TestSite.Administrator);

        var page = WebUtility.HtmlDecode(await (await administrator.GetAsync("/admin/audit?person=Lãnh&action=FileTaken&unit=003&text=ranking")).Content.ReadAsStringAsync());
        var nobody = WebUtility.HtmlDecode(await (await administrator.GetAsync("/admin/audit?person=Không ai")).Content.ReadAsStringAsync());
        var csv = await administrator.GetAsync("/admin/audit/csv?person=Lãnh&action=FileTaken");
        var xlsx = await administrator.GetAsync("/admin/audit/xlsx?person=Lãnh");

        var withoutMarks = WebUtility.HtmlDecode(await (await administrator.GetAsync("/admin/audit?person=LE+THI+LANH&text=RANKING")).Content.ReadAsStringAsync());

        Assert.Multiple(async () =>
        {
            Assert.That(withoutMarks, Does.Contain("<td role=\"cell\" data-label=\"Người thực hiện\">Lê Thị Lãnh"));
            Assert.That(page, Does.Contain("Lê Thị Lãnh").And.Contain("Lãnh đạo · 127.0.0.1").And.Contain("Tải tệp về").And.Contain("kỳ: 05/2025"));
            Assert.That(page, Does.Not.Contain("Đăng nhập không thành công</td>"));
            Assert.That(nobody, Does.Contain("Không có dòng nào như anh/chị tìm."));
            Assert.That(await csv.Content.ReadAsStringAsync(), Does.Contain("Lê Thị Lãnh").And.Contain("tables/ranking"));
            Assert.That(xlsx.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task The_shared_site_has_no_findings_at_the_press_of_a_button()
    {
        using var administrator = await SiteClient.SignedInAsync(Site, TestSite.Administrator);
        await administrator.SubmitAsync("/admin/integrity", "/admin/integrity");

        var page = WebUtility.HtmlDecode(await (await administrator.GetAsync("/admin/integrity")).Content.ReadAsStringAsync());

        Assert.That(page, Does.Contain("Không phát hiện sai lệch nào."));
    }

    [Test]
    public void Every_action_has_its_sentence_in_both_languages()
    {
        foreach (var file in new[] { "RecordTexts.resx", "RecordTexts.en.resx" })
        {
            var texts = File.ReadAllText(Path.Combine(Repository.Root, "src/KpiTracker.Web/Features/Record", file));
            Assert.That(Enum.GetNames<AuditAction>().Where(name => !texts.Contains($"\"Action.{name}\"", StringComparison.Ordinal)), Is.Empty, file);
        }
    }
}
