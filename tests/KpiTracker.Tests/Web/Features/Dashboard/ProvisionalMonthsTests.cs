using AngleSharp.Dom;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Charts;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>What earlier months say of themselves: not approved, not of all wards, counted apart.</summary>
public sealed class ProvisionalMonthsTests
{
    private static readonly ReportingPeriod May = ASeries.May2025, June = May.Next;

    [Test]
    public async Task Reports_that_count_and_are_not_approved_are_counted_for_each_month()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        var registers = await database.RegistersAsync();
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            var reports = new StoredReports(db, registers);
            var wards = registers.Units.WardsOf(registers.Units.Find("003", June)!.Key, June);
            var approved = await reports.AddAsync(wards[0].Code, "2025-04", "2025-05-05", ("OFFICIALS", 1, 2));
            await reports.AddAsync(wards[0].Code, "2025-05", "2025-06-02", ("OFFICIALS", 1, 2));
            await reports.AddAsync(wards[1].Code, "2025-05", "2025-06-02", ("OFFICIALS", 1, 2));
            await reports.AddAsync(wards[0].Code, "2025-06", "2025-07-02", ("OFFICIALS", 1, 2));
            await reports.ReturnAsync(await reports.AddAsync(wards[1].Code, "2025-06", "2025-07-02", ("OFFICIALS", 1, 2)));
            await reports.AddAsync("00178", "2025-06", "2025-07-02", ("OFFICIALS", 1, 2));
            await db.Submissions.Where(s => s.Id == approved).ExecuteUpdateAsync(set => set.SetProperty(s => s.ApprovedAt, s => s.SubmittedAt));
        }

        var known = database.Services.GetRequiredService<KpiTracker.Data.Registers.Registers>();
        var progress = await new UnitProgressQuery(database.Factory, known).ReadAsync(registers.Units.Find("003", June)!, June);
        var query = new UnapprovedMonths(database.Factory, known);

        Assert.Multiple(async () =>
        {
            Assert.That((await query.AddAsync(progress)).Unapproved, Is.EquivalentTo(new Dictionary<ReportingPeriod, int> { [May] = 2, [June] = 1 }), "a report of another district and one that was given back do not count");
            Assert.That((await query.AddAsync(progress, 1)).Unapproved, Is.EquivalentTo(new Dictionary<ReportingPeriod, int> { [June] = 1 }));
        });
    }

    [Test]
    public async Task The_table_beside_a_chart_says_of_each_month_whether_it_is_approved()
    {
        var standing = Standing(ASeries.Of(ASeries.Officials, 60, null, 64));
        var unapproved = new Dictionary<ReportingPeriod, int> { [May] = 2 };

        var table = await Rendered.AsHtmlAsync<SeriesTable>(new { Standing = standing, Unapproved = unapproved });
        var chart = await Rendered.AsHtmlAsync<SeriesChart>(new { Standing = standing, Unit = ASeries.District, Period = June.Next, Max = 100m, Height = 200.0, Unapproved = unapproved });
        var note = await Rendered.AsHtmlAsync<TrendNote>(new { Standings = new[] { standing }, Unapproved = unapproved });

        Assert.Multiple(() =>
        {
            Assert.That(table.QuerySelectorAll("tbody tr td:last-child").Select(td => td.Words()), Is.EqualTo((string[])["đã duyệt", FigureText.Missing, "chưa duyệt: 2 phường, xã"]));
            Assert.That(chart.QuerySelectorAll("a.chart-mark").Select(a => a.GetAttribute("aria-label")!.EndsWith("; chưa duyệt: 2 phường, xã", StringComparison.Ordinal)), Is.EqualTo((bool[])[true, false]));
            Assert.That(note.QuerySelectorAll("li").Select(li => li.Words()), Is.EqualTo((string[])["chưa duyệt hết: số tạm tính"]));
        });
    }

    [Test]
    public async Task The_legend_tells_of_no_month_that_is_not_drawn_and_the_scale_has_no_room_for_it()
    {
        var year = Enumerable.Repeat((decimal?)10, TrendFrame.FewestMonths).ToList();
        var standing = Standing(Incomplete(ASeries.Of(ASeries.Ambassadors, [900, .. year]), 0), May.AddMonths(year.Count));

        var note = await Rendered.AsHtmlAsync<TrendNote>(new { Standings = new[] { standing }, Unapproved = new Dictionary<ReportingPeriod, int> { [May] = 2 } });

        Assert.Multiple(() =>
        {
            Assert.That(note.QuerySelectorAll("li"), Is.Empty);
            Assert.That(SeriesChart.Levels(standing).Max(), Is.EqualTo(10));
        });
    }

    [Test]
    public async Task A_count_of_some_wards_says_of_how_many_and_stands_apart()
    {
        var standing = Standing(Incomplete(ASeries.Of(ASeries.Ambassadors, 60, 64, 30), 2));

        var chart = await Rendered.AsHtmlAsync<SeriesChart>(new { Standing = standing, Unit = ASeries.District, Period = June.Next, Max = 100m, Height = 200.0, Unapproved = new Dictionary<ReportingPeriod, int>() });
        var note = await Rendered.AsHtmlAsync<TrendNote>(new { Standings = new[] { standing }, Unapproved = new Dictionary<ReportingPeriod, int>() });

        Assert.Multiple(() =>
        {
            Assert.That(chart.QuerySelectorAll(".trend-line"), Has.Length.EqualTo(1));
            Assert.That(chart.QuerySelectorAll(".is-looked text").Select(t => t.Words()), Is.EqualTo((string[])["30 (6/8)"]));
            Assert.That(note.QuerySelector("li")!.Words(), Does.StartWith("số lượng khi chưa đủ phường, xã: vẽ rời"));
        });
    }

    [TestCase(0, "Không nguồn nào nêu số đầu kỳ; lấy số liệu đầu tiên 60,0% (tháng 05/2025) làm điểm xuất phát. Tháng ấy mới có số liệu của 6/8 phường, xã.")]
    [TestCase(1, "Không nguồn nào nêu số đầu kỳ; lấy số liệu đầu tiên 60,0% (tháng 05/2025) làm điểm xuất phát.")]
    public async Task A_path_that_sets_out_from_some_wards_says_so(int incomplete, string words)
    {
        var series = Incomplete(ASeries.Of(ASeries.Officials, 60, 64), incomplete);
        var progress = ProgressReckoning.For(ASeries.District, June, series, ASeries.Choice(ASeries.Target(95)));

        Assert.That((await Rendered.AsHtmlAsync<TargetSource>(new { Progress = progress })).QuerySelectorAll("p")[^1].Words(), Is.EqualTo(words));
    }

    [TestCase("Đại sứ số", "người", "Đại sứ số (người)")]
    [TestCase("Tổ công nghệ số", "tổ", "Tổ công nghệ số")]
    public void A_count_is_named_with_what_is_counted(string name, string unit, string words)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi");
        Assert.That(DashboardWords.NameWithUnit(ASeries.Ambassadors with { ShortNameVi = name, UnitOfMeasureVi = unit }), Is.EqualTo(words));
    }

    private static IndicatorStanding Standing(ProgressSeries series, ReportingPeriod? month = null) => new(ProgressReckoning.For(ASeries.District, month ?? June.Next, series, null), series);

    private static ProgressSeries Incomplete(ProgressSeries series, int month) =>
        series with { Points = [.. series.Points.Select((p, i) => i == month ? p with { Coverage = new Coverage(6, 8) } : p)] };
}
