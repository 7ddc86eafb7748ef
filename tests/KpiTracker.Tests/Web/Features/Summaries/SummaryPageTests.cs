using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ClosedXML.Excel;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Figures;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Summaries;

/// <summary>Quận Tây Hồ in May 2025: two of its eight wards have reported, one of them late.</summary>
public sealed class SummaryPageTests
{
    private const string Page = "/summaries/003?period=2025-05";
    private const string Workbook = "/summaries/003/xlsx?period=2025-05";

    private TestSite _site = null!;
    private SiteClient _leader = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await TestSite.StartAsync();
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var reports = new StoredReports(db, await _site.Services.GetRequiredService<Registers>().CurrentAsync());
        await reports.AddAsync("00109", "2025-05", "2025-06-02", ("OFFICIALS", 90, 119), ("STUDENTS", 1203, 1204), ("ADULTS", 7689, 12705), ("AMBASSADORS", 3, null));
        await reports.AddAsync("00094", "2025-05", "2025-06-20", ("OFFICIALS", 10, 1000), ("WORKERS", 1, 3));
        await reports.AddAsync("00109", "2025-04", "2025-05-05", ("OFFICIALS", 50, 119));
        _leader = await SiteClient.SignedInAsync(_site, TestSite.Leader);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _leader.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task The_workbook_has_the_figures_of_the_dashboard_to_the_last_digit()
    {
        var dashboard = (await HtmlAsync("/units/003?period=2025-05")).QuerySelectorAll("details.data-table table")[0].QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("td").Take(3).Select(Text).ToList())
            .ToList();
        using var workbook = await WorkbookAsync();
        var file = Rows(workbook.Worksheet(1), dashboard.Count)
            .Select(row => new[] { Printed(row.Cell(6)), Printed(row.Cell(5)), Printed(row.Cell(7)) })
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(dashboard, Has.Count.GreaterThanOrEqualTo(5));
            foreach (var (indicator, shown) in dashboard.Index())
            {
                // The dashboard shows a count under "value" where the file has no rate.
                var expected = shown[2].EndsWith('%') || shown[2] == FigureText.Missing ? shown : [shown[0], shown[1], FigureText.Missing];
                Assert.That(file[indicator], Is.EqualTo(expected));
            }
        });
    }

    [Test]
    public async Task The_page_shows_every_table_of_the_file_cell_by_cell()
    {
        var page = await HtmlAsync(Page);
        using var workbook = await WorkbookAsync();
        var shown = page.QuerySelectorAll("table.summary-table")[0].QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(Text).ToList()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Rows(workbook.Worksheet(1), shown.Count).Select(row => Printed(row.Cell(6))), Is.EqualTo(shown.Select(row => row[5])));
            Assert.That(Text(page.QuerySelector(".notice")!), Does.Contain("còn 6/8 phường, xã").And.Contain("bao-cao-tong-hop_tay-ho_2025-05.xlsx"));
            Assert.That(page.QuerySelectorAll("table.summary-table caption").Select(Text), Has.Some.Contains("chưa nộp"));
        });
    }

    [Test]
    public async Task The_download_is_named_in_ascii()
    {
        using var response = await _leader.GetAsync(Workbook);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Content.Headers.ContentDisposition?.FileName, Is.EqualTo("bao-cao-tong-hop_tay-ho_2025-05.xlsx"));
        });
    }

    [TestCase(TestSite.Stranger, HttpStatusCode.Forbidden)]
    [TestCase(TestSite.WardOfficer, HttpStatusCode.Forbidden)]
    [TestCase(TestSite.DistrictOfficer, HttpStatusCode.OK)]
    [TestCase(TestSite.Administrator, HttpStatusCode.OK)]
    public async Task A_summary_is_for_those_whose_unit_it_is(string name, HttpStatusCode expected)
    {
        using var client = await SiteClient.SignedInAsync(_site, name);
        using var page = await client.GetAsync(Page);
        using var workbook = await client.GetAsync(Workbook);
        Assert.That((page.StatusCode, workbook.StatusCode), Is.EqualTo((expected, expected)));
    }

    [TestCase("/summaries/999?period=2025-05")]
    [TestCase("/summaries/999/xlsx?period=2025-05")]
    [TestCase("/summaries/003?period=mai")]
    [TestCase("/summaries/003/xlsx?period=2025-13")]
    [TestCase("/summaries/003/xlsx")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var response = await _leader.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Nobody_gets_neither_page_nor_file()
    {
        using var nobody = new SiteClient(_site);
        using var page = await nobody.GetAsync(Page);
        using var workbook = await nobody.GetAsync(Workbook);
        Assert.That(new[] { page.StatusCode, workbook.StatusCode }, Has.None.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_export_without_a_request_is_the_downloaded_file()
    {
        var registers = await _site.Services.GetRequiredService<Registers>().CurrentAsync();
        var officer = new Officer("cli", "Quản trị", AccountRole.Administrator, registers.Units.Find("01", TestSite.May)!.Key);
        var file = new MemoryStream();
        var answer = await _site.Services.GetRequiredService<SummaryExport>().WriteAsync("003", TestSite.May, file, officer);
        file.Position = 0;
        using var exported = new XLWorkbook(file);
        using var downloaded = await WorkbookAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.InstanceOf<SummaryAnswer.Found>());
            Assert.That(Values(exported), Is.EqualTo(Values(downloaded)));
        });
    }

    private static IEnumerable<string> Values(XLWorkbook workbook) => workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed().Select(cell => $"{sheet.Name}!{cell.Address}={Printed(cell)}"));

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The rows of the table of results.</summary>
    private static IEnumerable<IXLRow> Rows(IXLWorksheet sheet, int count)
    {
        var head = sheet.CellsUsed(cell => cell.GetString() == "STT").First().Address.RowNumber;
        return sheet.Rows(head + 1, head + count);
    }

    private static string Printed(IXLCell cell) => cell.DataType != XLDataType.Number ? cell.GetString()
        : cell.Style.NumberFormat.Format == "0.0%" ? cell.GetDouble().ToString("0.0%", FigureText.Culture).Replace(" ", "", StringComparison.Ordinal)
        : cell.GetDouble().ToString("#,##0.###", FigureText.Culture);

    private async Task<IDocument> HtmlAsync(string address)
    {
        using var response = await _leader.GetAsync(address);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private async Task<XLWorkbook> WorkbookAsync()
    {
        using var response = await _leader.GetAsync(Workbook);
        return new XLWorkbook(await response.Content.ReadAsStreamAsync());
    }
}
