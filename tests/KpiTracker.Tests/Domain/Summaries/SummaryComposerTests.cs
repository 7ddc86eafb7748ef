using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Tests.Domain.Summaries;

public sealed class SummaryComposerTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly WardFacts Buoi = ASummary.Reported(ASummary.Ward("00109", "Bưởi"), (ASummary.Officials, 90, 100), (ASummary.Adults, 1203, 1204));
    private static readonly WardFacts NhatTan = ASummary.Reported(ASummary.Ward("00094", "Nhật Tân"), (ASummary.Officials, 10, 1000));

    [Test]
    public void A_rate_over_wards_is_the_ratio_of_the_sums()
    {
        var row = Results(Compose(ASummary.Facts([Buoi, NhatTan]))).Rows[0];
        Assert.That(Shown(row), Is.EqualTo(new[] { "1", "Cán bộ, công chức, viên chức", "người", "–", "1.100", "100", "9,1%", "–", "Chưa giao mục tiêu", "2/2" }));
    }

    [Test]
    public void What_is_under_a_hundred_is_not_shown_as_a_hundred()
    {
        var row = Results(Compose(ASummary.Facts([Buoi, NhatTan]))).Rows[1];
        Assert.That(row.Cells[6].Shown, Is.EqualTo("99,9%"));
    }

    [Test]
    public void Counts_come_after_percentages_and_have_no_rate()
    {
        var wards = new[] { ASummary.Reported(ASummary.Ward("00109", "Bưởi"), (ASummary.Ambassadors, 3, null), (ASummary.Officials, 1, 2)) };
        var table = Results(Compose(ASummary.Facts(wards, [ASummary.Ambassadors, ASummary.Officials])));
        Assert.Multiple(() =>
        {
            Assert.That(table.Rows.Select(row => row.Cells[1].Shown), Is.EqualTo(new[] { "Cán bộ, công chức, viên chức", "Nhân sự “Đại sứ số”" }));
            Assert.That(Shown(table.Rows[1])[4..8], Is.EqualTo(new[] { "–", "3", "–", "–" }));
        });
    }

    [Test]
    public void A_target_is_told_with_its_comparator_and_an_unstated_one_has_a_note()
    {
        var report = Compose(ASummary.Facts([Buoi], targets: [ASummary.Goal(ASummary.Officials, 95), ASummary.Goal(ASummary.Adults, 80, Comparator.AtLeast, stated: false)]));
        Assert.Multiple(() =>
        {
            Assert.That(Results(report).Rows.Select(row => row.Cells[3].Shown), Is.EqualTo(new[] { "trên 95%", "mức 80%" }));
            Assert.That(Notes(report), Has.One.Contains("không ghi rõ"));
        });
    }

    [Test]
    public void A_target_for_each_ward_says_how_many_wards_reach_it()
    {
        var wards = new[]
        {
            ASummary.Reported(ASummary.Ward("00109", "Bưởi"), (ASummary.Ambassadors, 3, null)),
            ASummary.NotReported(ASummary.Ward("00094", "Nhật Tân")),
        };
        var target = ASummary.Goal(ASummary.Ambassadors, 1, Comparator.AtLeast, measure: TargetMeasure.CountInEachWard);
        var row = Results(Compose(ASummary.Facts(wards, [ASummary.Ambassadors], [target]))).Rows.Single();
        Assert.That(row.Cells[8].Shown, Is.EqualTo("Chờ đủ báo cáo (1/1 phường, xã đạt)"));
    }

    [Test]
    public void The_ward_table_adds_up_to_the_very_figures_of_the_results()
    {
        var report = Compose(ASummary.Facts([Buoi, NhatTan, ASummary.NotReported(ASummary.Ward("00100", "Yên Phụ"))]));
        var total = Table(report, "Theo phường, xã").Rows[^1];
        var results = Results(report).Rows;
        Assert.Multiple(() =>
        {
            Assert.That(total.Kind, Is.EqualTo(SummaryRowKind.Total));
            Assert.That(Shown(total)[1..3], Is.EqualTo(new[] { "Tổng cộng", "2/3" }));
            Assert.That(total.Cells.Skip(3), Is.EqualTo(results.SelectMany(row => row.Cells.Skip(4).Take(3))));
        });
    }

    [Test]
    public void A_ward_without_a_report_has_no_figures_and_is_no_nought()
    {
        var report = Compose(ASummary.Facts([Buoi, ASummary.NotReported(ASummary.Ward("00094", "Nhật Tân"))]));
        Assert.That(Shown(Table(report, "Theo phường, xã").Rows[1]), Is.EqualTo(new[] { "2", "Phường Nhật Tân", "Chưa nộp", "–", "–", "–", "–", "–", "–" }));
    }

    [Test]
    public void A_percentage_alone_is_shown_with_a_mark_and_added_to_nothing()
    {
        var alone = Buoi with { Ward = ASummary.Ward("00094", "Nhật Tân"), Figures = new Dictionary<string, FigureFacts> { ["OFFICIALS"] = new(null, 12.5m) } };
        var report = Compose(ASummary.Facts([Buoi, alone], [ASummary.Officials]));
        var table = Table(report, "Theo phường, xã");
        Assert.Multiple(() =>
        {
            Assert.That(Shown(table.Rows[1])[3..], Is.EqualTo(new[] { "–", "–", "12,5%*" }));
            Assert.That(Shown(table.Rows[^1])[3..], Is.EqualTo(new[] { "100", "90", "90,0%" }));
            Assert.That(Notes(report), Has.One.Contains("không cộng được"));
        });
    }

    [Test]
    public void Wards_of_a_city_stand_under_their_district_with_its_sums()
    {
        var other = ASummary.Unit("001", "Ba Đình", "Quận Ba Đình", "quan", ASummary.City);
        var report = Compose(ASummary.Facts(
            [NhatTan with { Group = other }, Buoi with { Group = ASummary.District }, ASummary.NotReported(ASummary.Ward("00100", "Yên Phụ")) with { Group = ASummary.District }],
            [ASummary.Officials],
            unit: ASummary.City));
        var rows = Table(report, "Theo phường, xã").Rows;
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.Cells[1].Shown), Is.EqualTo(new[] { "Quận Ba Đình", "Phường Nhật Tân", "Quận Tây Hồ", "Phường Bưởi", "Phường Yên Phụ", "Tổng cộng" }));
            Assert.That(rows.Select(row => row.Cells[0].Shown), Is.EqualTo(new[] { "", "1", "", "2", "3", "" }));
            Assert.That(rows.Select(row => row.Cells[^1].Shown), Is.EqualTo(new[] { "1,0%", "1,0%", "90,0%", "90,0%", "–", "9,1%" }));
        });
    }

    [Test]
    public void Wards_without_a_report_are_named()
    {
        var report = Compose(ASummary.Facts(
        [
            Buoi,
            ASummary.NotReported(ASummary.Ward("00094", "Nhật Tân")),
            ASummary.NotReported(ASummary.Ward("00100", "Yên Phụ"), ReportStanding.Returned),
        ]));
        Assert.Multiple(() =>
        {
            Assert.That(Paragraphs(report), Has.One.EqualTo("Chưa nộp báo cáo (2 đơn vị): Phường Nhật Tân; Phường Yên Phụ (đã trả lại, chờ nộp lại)."));
            Assert.That(Table(report, "Chưa nộp").Rows.Select(row => row.Cells[4].Shown), Is.EqualTo(new[] { "Chưa nộp", "Đã trả lại, chờ nộp lại" }));
            Assert.That(report.Head.IsProvisional, Is.True);
            Assert.That(report.Head.Standing, Is.EqualTo("Số liệu tạm tính: còn 2/3 phường, xã chưa có báo cáo được nhận."));
        });
    }

    [Test]
    public void With_every_ward_reported_nothing_is_provisional_and_no_list_is_empty()
    {
        var report = Compose(ASummary.Facts([Buoi, NhatTan with { Standing = ReportStanding.Late }]));
        Assert.Multiple(() =>
        {
            Assert.That(report.Head.IsProvisional, Is.False);
            Assert.That(report.Appendices.Select(section => section.Heading), Is.EqualTo(new[] { "Phụ lục 1. Biểu đồ kết quả so với mục tiêu", "Phụ lục 2. Số liệu theo từng phường, xã" }));
            Assert.That(Paragraphs(report), Has.One.EqualTo("2/2 phường, xã đã nộp (đạt 100,0%); đúng hạn: 1 đơn vị (đạt 50,0%); trễ hạn: 1 đơn vị."));
        });
    }

    [TestCase("2025-05-31", "tháng 5 năm 2025 (từ 01/05/2025 đến 31/05/2025; kỳ còn mở, số liệu nhận đến ngày 31/05/2025)", "Số liệu tạm tính: kỳ còn mở đến ngày 31/05/2025; đến ngày 31/05/2025 mới có 2/2 phường, xã nộp báo cáo.")]
    [TestCase("2025-06-01", "tháng 5 năm 2025 (từ 01/05/2025 đến 31/05/2025)", "Đủ số liệu: tất cả phường, xã đã nộp báo cáo và được duyệt.")]
    public void A_report_of_a_month_that_is_still_open_says_until_when_it_knows(string madeOn, string period, string standing)
    {
        var head = Compose(ASummary.Facts([Buoi, NhatTan]) with { MadeOn = DateOnly.Parse(madeOn, CultureInfo.InvariantCulture) }).Head;
        Assert.That((head.Facts[1].Value.Shown, head.Standing), Is.EqualTo((period, standing)));
    }

    [Test]
    public void Figures_that_are_not_all_approved_are_provisional_and_the_report_says_so()
    {
        var report = Compose(ASummary.Facts([Buoi, NhatTan with { IsApproved = false }]));
        var final = Compose(ASummary.Facts([Buoi, NhatTan]));
        Assert.Multiple(() =>
        {
            Assert.That(report.Head.IsProvisional, Is.True);
            Assert.That(report.Head.Standing, Is.EqualTo("Số liệu tạm tính: đã nhận đủ báo cáo, mới duyệt 1/2 phường, xã."));
            Assert.That(Paragraphs(report), Has.One.EqualTo("Đến ngày lập báo cáo, đã duyệt số liệu của 1/2 phường, xã; số liệu trong báo cáo này là số liệu tạm tính, có thể được điều chỉnh sau khi duyệt đủ."));
            Assert.That(final.Head.IsProvisional, Is.False);
            Assert.That(Paragraphs(final), Has.One.EqualTo("Số liệu của 2/2 phường, xã đã được duyệt; số liệu trong báo cáo này là số liệu đã duyệt."));
        });
    }

    [Test]
    public void A_month_without_any_report_says_so_instead_of_an_empty_table()
    {
        var report = Compose(ASummary.Facts([ASummary.NotReported(ASummary.Ward("00094", "Nhật Tân"))], []));
        Assert.Multiple(() =>
        {
            Assert.That(Paragraphs(report), Has.One.StartsWith("Kỳ này chưa có số liệu"));
            Assert.That(report.Appendices.Select(section => section.Name), Is.EqualTo(new[] { "Chưa nộp" }));
        });
    }

    [TestCase("2025-06-09", "Tây Hồ, ngày 09 tháng 6 năm 2025")]
    [TestCase("2026-01-05", "Tây Hồ, ngày 05 tháng 01 năm 2026")]
    [TestCase("2025-10-31", "Tây Hồ, ngày 31 tháng 10 năm 2025")]
    public void Place_and_date_are_written_as_the_decree_has_it(string day, string expected) =>
        Assert.That(Compose(ASummary.Facts([Buoi]) with { MadeOn = DateOnly.Parse(day, CultureInfo.InvariantCulture) }).Head.PlaceAndDate, Is.EqualTo(expected));

    [Test]
    public void A_district_is_headed_by_its_committee_and_an_area_by_its_name()
    {
        var district = Compose(ASummary.Facts([Buoi])).Head;
        var area = Compose(ASummary.Facts([Buoi], unit: ASummary.Unit("KV003", "Tây Hồ", "Khu vực Tây Hồ", UnitKinds.Area, ASummary.City))).Head;
        Assert.Multiple(() =>
        {
            Assert.That(district.SuperiorAgency, Is.EqualTo("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"));
            Assert.That(district.Agency, Is.EqualTo("ỦY BAN NHÂN DÂN QUẬN TÂY HỒ"));
            Assert.That(area.Agency, Is.EqualTo("KHU VỰC TÂY HỒ"));
        });
    }

    [Test]
    public void The_chart_draws_the_figures_of_the_table()
    {
        var report = Compose(ASummary.Facts([Buoi], targets: [ASummary.Goal(ASummary.Officials, 95)]));
        var chart = report.Sections.SelectMany(section => section.Blocks).OfType<SummaryBlock.Chart>().Single();
        Assert.That(chart.Data.Rows.Select(Shown), Is.EqualTo(new[] { new[] { "CBCCVC", "90,0%", "95,0%" }, ["Người trưởng thành", "99,9%", "–"] }));
    }

    [Test]
    public void English_is_complete() =>
        Assert.That(SummaryComposer.Compose(ASummary.Facts([Buoi, ASummary.NotReported(ASummary.Ward("00094", "Nhật Tân"))]), CultureInfo.GetCultureInfo("en")).Sections.Select(section => section.Heading), Is.EqualTo(new[]
        {
            "I. Reporting by the wards", "II. Results by indicator", "Appendix 1. Results against targets", "Appendix 2. Figures by ward", "Appendix 3. Wards without a report",
        }));

    [Test]
    public void Every_row_has_a_cell_for_each_column()
    {
        var report = Compose(ASummary.Facts([Buoi, ASummary.NotReported(ASummary.Ward("00094", "Nhật Tân"))], [ASummary.Officials, ASummary.Ambassadors]));
        var tables = report.Sections.SelectMany(section => section.Blocks).Select(block => block switch
        {
            SummaryBlock.Table table => table.Content,
            SummaryBlock.Chart chart => chart.Data,
            _ => null,
        }).OfType<SummaryTable>();
        Assert.That(tables.SelectMany(table => table.Rows.Select(row => row.Cells.Count - table.Columns.Count)), Has.All.Zero);
    }

    private static SummaryReport Compose(SummaryFacts facts) => SummaryComposer.Compose(facts, Vietnamese);

    private static SummaryTable Results(SummaryReport report) => Table(report, "Kết quả");

    private static SummaryTable Table(SummaryReport report, string section) =>
        report.Sections.Single(s => s.Name == section).Blocks.OfType<SummaryBlock.Table>().Single().Content;

    private static IEnumerable<string> Paragraphs(SummaryReport report) => report.Sections.SelectMany(s => s.Blocks).OfType<SummaryBlock.Paragraph>().Select(p => p.Text);

    private static IEnumerable<string> Notes(SummaryReport report) => report.Sections.SelectMany(s => s.Blocks).OfType<SummaryBlock.Note>().Select(p => p.Text);

    private static string[] Shown(SummaryRow row) => [.. row.Cells.Select(cell => cell.Shown)];
}
