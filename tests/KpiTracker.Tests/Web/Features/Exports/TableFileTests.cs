using System.Net;
using ClosedXML.Excel;
using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Exports;

/// <summary>The files as they are downloaded: Quận Đống Đa (006) in May 2025, two of its wards.</summary>
public sealed class TableFileTests
{
    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await TestSite.StartAsync();
        var registers = await _site.Services.GetRequiredService<Registers>().CurrentAsync();
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var reports = new StoredReports(db, registers);
        await reports.AddAsync("00178", "2025-05", "2025-06-02", ("OFFICIALS", 1203, 1204), ("ADULTS", 12345, 20000), ("AMBASSADORS", 3, null), ("CERTIFIED", 5, null));
        var april = await reports.AddAsync("00181", "2025-04", "2025-05-06", ("OFFICIALS", 100, 200));
        await db.Submissions.Where(s => s.Id == april).ExecuteUpdateAsync(set => set.SetProperty(s => s.ApprovedAt, s => s.SubmittedAt));
        await reports.AddAsync("00181", "2025-05", "2025-06-03", ("OFFICIALS", 90, 200));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [TestCase("standing", "tien-do_dong-da_2025-05.xlsx")]
    [TestCase("heat", "cac-don-vi_dong-da_2025-05.xlsx")]
    [TestCase("ranking", "xep-hang-officials_dong-da_2025-05.xlsx")]
    [TestCase("series", "dien-bien-officials-tam-tinh_dong-da_2025-05.xlsx")]
    [TestCase("months", "cac-don-vi-theo-thang-officials-tam-tinh_dong-da_2025-05.xlsx")]
    [TestCase("followed", "chi-tieu-theo-doi-theo-thang-tam-tinh_dong-da_2025-05.xlsx")]
    [TestCase("tasks", "viec-can-lam_dong-da_2025-05.xlsx")]
    [TestCase("reporting", "tinh-hinh-nop_dong-da_2025-05.xlsx")]
    public async Task Every_table_is_a_workbook_with_a_plain_name(string table, string fileName)
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        var response = await client.GetAsync($"/units/006/tables/{table}/xlsx?period=2025-05&indicator=OFFICIALS");
        Assert.That(response.Content.Headers.ContentDisposition?.FileName, Is.EqualTo(fileName));
        using var workbook = new XLWorkbook(await response.Content.ReadAsStreamAsync());
        Assert.That(workbook.Worksheet(1).Cell(2, 1).GetString(), Is.EqualTo("Quận Đống Đa, tháng 05/2025; số liệu đến ngày 31/05/2025; 2/17 phường, xã đã nộp. Số liệu tạm tính: 0/17 phường, xã đã duyệt."));
    }

    [Test]
    public async Task Figures_are_numbers_as_they_are_shown_and_moments_are_dates()
    {
        using var heat = await OpenAsync("heat");
        var ward = Row(heat, "00178");
        using var reporting = await OpenAsync("reporting");
        using var series = await OpenAsync("series");
        Assert.Multiple(() =>
        {
            Assert.That(ward.Cell(3).GetDouble(), Is.EqualTo(0.999), "1.203 of 1.204 is never 100%");
            Assert.That(ward.Cell(3).Style.NumberFormat.Format, Is.EqualTo("0.0%"));
            Assert.That(ward.CellsUsed(c => c.DataType == XLDataType.Number && c.GetDouble() == 3), Is.Not.Empty, "a count");
            Assert.That(heat.Worksheet(1).CellsUsed(c => c.GetString() == "Thứ tự cần giúp").SelectMany(c => new[] { Row(heat, "00181"), ward }.Select(r => r.Cell(c.Address.ColumnNumber).Value.ToString())), Is.EqualTo((string[])["1", "–"]), "who is behind is first, and who is in the first month has no place");
            Assert.That(Row(reporting, "00181").Cell(4).GetDateTime(), Is.EqualTo(new DateTime(2025, 6, 3, 9, 0, 0)));
            Assert.That(series.Worksheet(1).Cell(4, 1).GetDateTime(), Is.EqualTo(new DateTime(2025, 4, 1)));
            Assert.That(series.Worksheet(1).Range("G3:G5").Cells().Select(c => c.GetString()), Is.EqualTo((string[])["Duyệt số liệu", "đã duyệt", "chưa duyệt: 2 phường, xã"]));
        });
    }

    [Test]
    public async Task Months_across_say_of_how_many_wards_a_sum_is()
    {
        using var followed = await OpenAsync("followed");
        var rows = followed.Worksheet(1).RowsUsed().SkipWhile(r => r.Cell(1).GetString() != "Chỉ tiêu").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(r => r.Cell(1).GetString()), Is.EqualTo((string[])["Chỉ tiêu", "Xác nhận phổ cập (người)", "Xác nhận phổ cập (người): phường, xã có số liệu", "Duyệt số liệu"]));
            Assert.That(rows.Skip(1).Select(r => r.Cell(3).Value.ToString()), Is.EqualTo((string[])["5", "1", "chưa duyệt: 2 phường, xã"]));
        });
    }

    [Test]
    public async Task A_wards_revisions_are_a_table_too_and_a_unit_above_has_none()
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        var copied = await (await client.GetAsync("/units/00181/tables/history/tsv?period=2025-05")).Content.ReadAsStringAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(copied.Split("\r\n").Skip(1).Take(2).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[3], cells[4], cells[5])), Is.EqualTo(new[] { ("05/2025", "đúng hạn", "1", "chưa duyệt"), ("04/2025", "đúng hạn", "1", "đã duyệt") }));
            Assert.That((await client.GetAsync("/units/006/tables/history/tsv?period=2025-05")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    [Test]
    public async Task What_is_copied_says_what_is_saved()
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        var copied = await (await client.GetAsync("/units/006/tables/ranking/tsv?period=2025-05&indicator=OFFICIALS")).Content.ReadAsStringAsync();
        var lines = copied.Split("\r\n");
        Assert.Multiple(() =>
        {
            Assert.That(lines[1], Is.EqualTo("1\t00178\tPhường Cát Linh\t1203\t1204\t99,9%\tmức 100%\t1\tTháng đầu: lấy làm điểm xuất phát\tSố liệu tạm tính, chưa duyệt"));
            Assert.That(lines[2], Is.EqualTo("2\t00181\tPhường Văn Miếu - Quốc Tử Giám\t90\t200\t45,0%\tmức 100%\t110\tChậm tiến độ\tSố liệu tạm tính, chưa duyệt"));
            Assert.That(lines[3], Does.StartWith("\t"), "silent, and ranked nowhere");
        });
    }

    [Test]
    public async Task What_is_to_be_done_and_the_months_of_every_unit_are_copied_as_they_are_shown()
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        var tasks = await (await client.GetAsync("/units/006/tables/tasks/tsv?period=2025-05")).Content.ReadAsStringAsync();
        var months = await (await client.GetAsync("/units/006/tables/months/tsv?period=2025-05&indicator=OFFICIALS")).Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(tasks.Split("\r\n")[1], Is.EqualTo("1\t00181\tPhường Văn Miếu - Quốc Tử Giám\tCán bộ, công chức\t110\t6\t-10\tChậm tiến độ\tSố liệu tạm tính, chưa duyệt"));
            Assert.That(months.TrimEnd().Split("\r\n")[^1], Is.EqualTo("\tDuyệt số liệu\tđã duyệt\tchưa duyệt: 2 phường, xã"));
            Assert.That(months.Split("\r\n")[..3], Is.EqualTo((string[])["Mã đơn vị\tĐơn vị\t04/2025\t05/2025", "00178\tPhường Cát Linh\t\t99,9%", "00181\tPhường Văn Miếu - Quốc Tử Giám\t50,0%\t45,0%"]));
        });
    }

    [TestCase("/units/003/tables/heat/csv?period=2025-05", HttpStatusCode.Forbidden, Description = "another district's")]
    [TestCase("/units/006/tables/heat/pdf?period=2025-05", HttpStatusCode.NotFound)]
    [TestCase("/units/006/tables/7/csv?period=2025-05", HttpStatusCode.NotFound)]
    [TestCase("/units/006/tables/ranking/csv?period=2025-05", HttpStatusCode.NotFound, Description = "of which indicator?")]
    [TestCase("/units/006/tables/heat/csv?period=may", HttpStatusCode.NotFound)]
    public async Task What_is_not_theirs_or_not_there_is_refused(string address, HttpStatusCode status)
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        Assert.That((await client.GetAsync(address)).StatusCode, Is.EqualTo(status));
    }

    private async Task<XLWorkbook> OpenAsync(string table)
    {
        using var client = await SiteClient.SignedInAsync(_site, TestSite.Stranger);
        var response = await client.GetAsync($"/units/006/tables/{table}/xlsx?period=2025-05&indicator=OFFICIALS");
        return new XLWorkbook(await response.Content.ReadAsStreamAsync());
    }

    private static IXLRow Row(XLWorkbook workbook, string code) => workbook.Worksheet(1).CellsUsed(c => c.GetString() == code).Single().WorksheetRow();
}
