using System.Diagnostics;
using KpiTracker.Data.Registers;
using KpiTracker.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>A consolidated report of all wards of Hà Nội in May 2025.</summary>
public sealed class LargeDraftTests
{
    private const int MostBytes = 500_000;

    [Test]
    public async Task The_page_of_526_wards_stays_light_and_shows_one_ward_at_a_time()
    {
        var registers = await SharedSite.Site.Services.GetRequiredService<Registers>().CurrentAsync();
        var wards = registers.Units.WardsOf(registers.Units.FindInSeries("01", TestSite.May)!.Key, TestSite.May);
        using var client = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Administrator);
        var draft = await client.UploadAsync(Workbook(wards.Select(w => w.Code)).Bytes(), "toan-thanh-pho.xlsx", "01");

        var watch = Stopwatch.StartNew();
        var page = await (await client.GetAsync(draft)).Content.ReadAsStringAsync();
        await TestContext.Out.WriteLineAsync($"{wards.Count} wards: {page.Length / 1024} KiB, {watch.ElapsedMilliseconds} ms");
        var other = await (await client.GetAsync($"{draft}?ward={wards[^1].Code}")).Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(wards, Has.Count.EqualTo(526));
            Assert.That(System.Text.Encoding.UTF8.GetByteCount(page), Is.LessThan(MostBytes));
            Assert.That(System.Text.Encoding.UTF8.GetByteCount(other), Is.LessThan(MostBytes));
            Assert.That(page.Split("class=\"figures editable\""), Has.Length.EqualTo(2));
            Assert.That(other, Does.Contain($"Số liệu đọc được – {wards[^1].NameWithKind}"));
        });
    }

    // Every tenth has more reached than there are, every seventh a gap.
    private static Book Workbook(IEnumerable<string> codes) => Book.Of(
    [
        ["TT", "Đơn vị", "CBCCVC", null, "HSSV", null, "Người lao động", null],
        [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt", "Tổng số", "Đạt"],
        .. codes.Index().Select(w => new object?[] { w.Index + 1, w.Item, 100 + w.Index, w.Index % 10 == 0 ? 900 : 90, 2000 + w.Index, w.Index % 7 == 0 ? null : 1500, 700, 300 }),
    ]);
}
