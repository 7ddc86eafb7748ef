using System.Globalization;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Exports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Tests.Web.Features.Exports;

/// <summary>A file is read without the page: it says itself on what its figures rest, in the page's order and words.</summary>
public sealed class ExplainedTableTests
{
    private static readonly UnitProgress Overdue = AUnit.WithOfficials("2025-04-30", ("Bưởi", 96m), ("Nhật Tân", 62.5m), ("Tứ Liên", null));

    [Test]
    public void What_is_missing_stands_beside_the_wards_that_it_rests_on()
    {
        Assert.That(Words(Overdue, DashboardTable.Standing)[0], Does.Contain("2/3 phường, xã đã nộp, tạm tính; số còn thiếu và dự báo tính riêng 2/3 phường, xã đã nộp"));
    }

    [Test]
    public void Areas_have_theirs_in_the_ranking_and_among_the_tasks()
    {
        var area = new ChildProgress(ASeries.District, new Dictionary<string, IndicatorStanding> { ["OFFICIALS"] = Overdue.Indicators[0] }, Overdue.Wards);
        var city = Overdue with { Unit = ASeries.City, Children = [area] };

        Assert.Multiple(() =>
        {
            Assert.That(Words(city, DashboardTable.Ranking)[0], Does.Contain("2/3 phường, xã đã nộp, tạm tính; số còn thiếu và dự báo tính riêng 2/3 phường, xã đã nộp"));
            Assert.That(Words(city, DashboardTable.Tasks)[0], Does.Contain("2/3 phường, xã đã nộp, tạm tính; số còn thiếu và dự báo tính riêng 2/3 phường, xã đã nộp"));
        });
    }

    [Test]
    public void The_table_of_units_has_the_order_of_the_page_and_an_overdue_task_says_that_it_is()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Words(Overdue, DashboardTable.Heat).Select(row => row[1]), Is.EqualTo((string[])["Phường Nhật Tân", "Phường Bưởi", "Phường Tứ Liên", "Quận Tây Hồ"]));
            Assert.That(Words(Overdue, DashboardTable.Tasks).Single()[5], Is.EqualTo("đã quá hạn"));
        });
    }

    [Test]
    public void Months_of_areas_say_on_how_many_wards_a_figure_rests()
    {
        var area = Overdue.Indicators[0] with { Series = Overdue.Indicators[0].Series with { Points = [.. Overdue.Indicators[0].Series.Points.Select(p => p with { Coverage = new Coverage(2, 3) })] } };
        var city = Overdue with { Unit = ASeries.City, Children = [new ChildProgress(ASeries.District, new Dictionary<string, IndicatorStanding> { ["OFFICIALS"] = area }, Overdue.Wards)] };

        var rows = Words(city, DashboardTable.Months);

        Assert.That((rows[1][1], rows[1][^1]), Is.EqualTo(("Quận Tây Hồ: phường, xã có số liệu", "2")));
    }

    [Test]
    public void A_target_met_too_late_is_noted_beside_the_status()
    {
        var series = ASeries.Of(ASeries.Officials, 90, 96);
        var late = new IndicatorStanding(ProgressReckoning.For(ASeries.District, ASeries.May2025.Next, series, ASeries.Choice(ASeries.Target(95, "2025-05-31"))), series);

        Assert.That(Words(Overdue with { Indicators = [late] }, DashboardTable.Standing)[0], Does.Contain("Đã đạt; đạt sau hạn 31/05/2025"));
    }

    [Test]
    public void Of_who_sent_nothing_no_review_is_told() =>
        Assert.That(Words(Overdue, DashboardTable.Heat).Select(row => (row[1], row[^1])).Single(row => row.Item1 == "Phường Tứ Liên").Item2, Is.Empty);

    private static List<List<string>> Words(UnitProgress progress, DashboardTable table)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        using var provider = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var tables = new DashboardTables(progress, provider.GetRequiredService<IStringLocalizer<DashboardTexts>>(), provider.GetRequiredService<IStringLocalizer<ExportsTexts>>());
        return [.. tables.Of(table, progress.Indicators[0]).Rows.Select(row => row.Cells.Select(cell => cell.Shown).ToList())];
    }
}
