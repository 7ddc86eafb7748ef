using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Data.SubmissionTables;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>Quận Tây Hồ (003) has eight wards until June 2025; Khu vực Tây Hồ (KV003) goes on with today's.</summary>
public sealed class UnitProgressQueryTests
{
    private TemporaryDatabase _database = null!;
    private RegisterSnapshot _registers = null!;
    private List<OrganisationUnit> _oldWards = [];
    private List<OrganisationUnit> _newWards = [];

    [OneTimeSetUp]
    public async Task PutReportsIntoADatabase()
    {
        _database = await TemporaryDatabase.CreateAsync();
        _registers = await _database.RegistersAsync();
        _oldWards = WardsOf("003", "2025-05");
        _newWards = WardsOf("KV003", "2025-09");
        await using var db = await _database.Factory.CreateDbContextAsync();
        var reports = new StoredReports(db, _registers);
        await reports.AddAsync(_oldWards[0].Code, "2025-05", "2025-06-02", ("OFFICIALS", 90, 100), ("AMBASSADORS", 3, null));
        await reports.AddAsync(_oldWards[1].Code, "2025-05", "2025-06-20", ("OFFICIALS", 10, 1000), ("AMBASSADORS", 0, null));
        var corrected = await reports.AddAsync(_oldWards[2].Code, "2025-05", "2025-06-03");
        await reports.CorrectAsync(corrected, "2025-06-25");
        await reports.ReturnAsync(await reports.AddAsync(_oldWards[3].Code, "2025-05", "2025-06-03", ("OFFICIALS", 5, 5)));
        await reports.AddAsync(_oldWards[4].Code, "2025-05", "2025-06-04", ("ADULTS", null, 500));
        await reports.AddAsync(_oldWards[0].Code, "2025-06", "2025-07-02", ("OFFICIALS", 95, 100));
        await reports.AddAsync(_newWards[0].Code, "2025-09", "2025-10-02", ("OFFICIALS", 970, 1000));
    }

    [OneTimeTearDown]
    public async Task RemoveIt() => await _database.DisposeAsync();

    [Test]
    public async Task A_districts_rate_is_the_ratio_of_the_sums_and_never_a_mean_of_rates()
    {
        var officials = (await ReadAsync("003", "2025-05")).Find("OFFICIALS")!;

        Assert.Multiple(() =>
        {
            Assert.That(officials.Progress.Value, Is.EqualTo(new IndicatorValue(100, 1100)));
            Assert.That(officials.Progress.Coverage, Is.EqualTo(new Coverage(2, 8)));
        });
    }

    [Test]
    public async Task A_returned_report_counts_nowhere()
    {
        var progress = await ReadAsync("003", "2025-05");

        Assert.Multiple(() =>
        {
            Assert.That(progress.Wards[3].Standing, Is.EqualTo(ReportStanding.Returned));
            Assert.That(progress.Reporting, Is.EqualTo(new ReportingRate(8, 4, 3)));
        });
    }

    [Test]
    public async Task Lateness_is_judged_on_the_first_revision()
    {
        var wards = (await ReadAsync("003", "2025-05")).Wards;

        Assert.Multiple(() =>
        {
            Assert.That(wards[1].Standing, Is.EqualTo(ReportStanding.Late));
            Assert.That((wards[2].Standing, wards[2].Revision), Is.EqualTo((ReportStanding.OnTime, 2)));
        });
    }

    [Test]
    public async Task A_numerator_that_was_not_reported_is_no_data_and_not_nought()
    {
        var adults = (await ReadAsync("003", "2025-05")).Find("ADULTS")!;

        Assert.That((adults.Progress.Value, adults.Status), Is.EqualTo(((IndicatorValue?)null, ProgressStatus.NoData)));
    }

    [Test]
    public async Task Every_ward_figure_knows_its_submission_and_its_cell()
    {
        var figure = (await ReadAsync("003", "2025-05")).Wards[0].Figures["AMBASSADORS"];

        Assert.That(DashboardLinks.Cell(figure), Is.EqualTo($"/submissions/{figure.SubmissionId}?cell=D10"));
    }

    [Test]
    public async Task The_area_goes_on_with_the_districts_series_and_target_and_marks_the_change()
    {
        var progress = await ReadAsync("KV003", "2025-09");
        var officials = progress.Find("OFFICIALS")!;

        Assert.Multiple(() =>
        {
            Assert.That(officials.Series.Points.Select(p => p.Value?.Numerator), Is.EqualTo((decimal?[])[100, 95, null, null, 970]));
            Assert.That(officials.Series.ChangesBetween(new ReportingPeriod(2025, 1), officials.Progress.Period), Is.EqualTo((ReportingPeriod[])[new ReportingPeriod(2025, 7)]));
            Assert.That(officials.Progress.Target!.Owner.Code, Is.EqualTo("003"));
            Assert.That(officials.Status, Is.EqualTo(ProgressStatus.Awaiting), "97% is more than 95, of one ward; nothing is known of the other");
            Assert.That(officials.Progress.Change, Is.Null, "August is missing");
        });
    }

    [Test]
    public async Task The_city_adds_its_areas_up_and_each_area_keeps_its_own_series()
    {
        var city = await ReadAsync("01", "2025-09");
        var area = city.Children.Single(c => c.Unit.Code == "KV003");

        Assert.Multiple(() =>
        {
            Assert.That(city.Wards, Has.Count.EqualTo(126));
            Assert.That(city.Find("OFFICIALS")!.Progress.Value, Is.EqualTo(new IndicatorValue(970, 1000)));
            Assert.That(area.Find("OFFICIALS")!.Series.Points[0].Value, Is.EqualTo(new IndicatorValue(100, 1100)), "the district's May");
            Assert.That(area.Find("OFFICIALS")!.Progress.Target!.Target.Value, Is.EqualTo(95));
        });
    }

    [Test]
    public async Task A_change_over_the_same_wards_is_the_same_asked_from_the_district_and_from_the_city()
    {
        var district = (await ReadAsync("003", "2025-06")).Find("OFFICIALS")!.Series;
        var fromCity = (await ReadAsync("01", "2025-06")).Children.Single(c => c.Unit.Code == "003").Find("OFFICIALS")!.Series;

        Assert.Multiple(() =>
        {
            Assert.That(district.SameWards, Is.Not.Empty);
            Assert.That(fromCity.SameWards, Is.EqualTo(district.SameWards));
            Assert.That(district.SameWards[0].Change, Is.EqualTo(5), "the one ward that reported both: 90 of 100, then 95");
        });
    }

    [Test]
    public async Task On_the_first_of_July_2025_the_city_went_on_and_every_level_set_out_anew()
    {
        var city = (await ReadAsync("01", "2025-09")).Find("OFFICIALS")!.Series.TerritoryChanges;
        var area = (await ReadAsync("KV003", "2025-09")).Find("OFFICIALS")!;

        Assert.Multiple(() =>
        {
            Assert.That(city, Is.EqualTo((TerritoryChange[])[new TerritoryChange(new ReportingPeriod(2025, 7), IsCarried: true, IsOfAll: true)]));
            Assert.That(area.Series.TerritoryChanges.Single().IsOfAll, Is.True);
            Assert.That(area.Progress.Baseline!.Value.Period, Is.EqualTo(new ReportingPeriod(2025, 9)), "its first figure since then");
        });
    }

    [Test]
    public async Task A_ward_is_made_up_of_itself_and_inherits_its_districts_target()
    {
        var ward = await ReadAsync(_oldWards[0].Code, "2025-06");
        var officials = ward.Find("OFFICIALS")!;

        Assert.Multiple(() =>
        {
            Assert.That(officials.Progress.Value, Is.EqualTo(new IndicatorValue(95, 100)));
            Assert.That(officials.Progress.Change, Is.EqualTo(5));
            Assert.That(officials.Progress.Target!.IsInherited, Is.True);
            Assert.That(officials.Status, Is.EqualTo(ProgressStatus.OnTrack), "95,0% is not more than 95, and there is time until December 2026");
        });
    }

    [Test]
    public async Task A_month_without_any_report_still_names_every_ward()
    {
        var progress = await ReadAsync("003", "2025-04");

        Assert.Multiple(() =>
        {
            Assert.That(progress.Wards.Select(w => w.Standing), Has.All.EqualTo(ReportStanding.NotSent));
            Assert.That(progress.Indicators.Select(i => i.Status), Is.Not.Empty.And.All.EqualTo(ProgressStatus.NoData));
        });
    }

    [Test]
    public async Task No_query_of_the_dashboard_scans_the_figures_or_the_submissions()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        List<int> wards = [.. _newWards.Select(w => _registers.IdOf(w.Key))];
        var period = new ReportingPeriod(2025, 9);
        string[] queries =
        [
            UnitProgressQuery.Series.Compile()(db, wards).ToQueryString(),
            UnitProgressQuery.PairsByParent.Compile()(db, wards, ["AMBASSADORS"], period, [period.Previous]).ToQueryString(),
            UnitProgressQuery.Figures.Compile()(db, wards, period).ToQueryString(),
            UnitProgressQuery.Revisions.Compile()(db, wards, period).ToQueryString(),
            FigureSources.Rows(db, [1, 2, 3], "ADULTS").ToQueryString(),
        ];

        foreach (var query in queries)
        {
            var plan = await PlanAsync(db, query);
            Assert.That(plan, Has.Some.StartsWith("SEARCH").And.None.Matches(QueryPlanTests.ScanOfATable), query);
        }
    }

    // EF writes the parameters as .param lines for the shell; the plan is asked with their values in place.
    private static async Task<List<string>> PlanAsync(DbContext db, string query)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var lines = query.Split('\n');
        foreach (var line in lines.Where(l => l.StartsWith(".param set ", StringComparison.Ordinal)))
        {
            var parts = line.Trim().Split(' ', 4);
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (parts[2], parts[3].Trim('\''));
            command.Parameters.Add(parameter);
        }

        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', lines.Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
        await db.Database.OpenConnectionAsync();
        List<string> plan = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    private List<OrganisationUnit> WardsOf(string code, string month)
    {
        var period = ReportingPeriod.Parse(month);
        return [.. _registers.Units.WardsOf(_registers.Units.FindInSeries(code, period)!.Key, period)];
    }

    private async Task<UnitProgress> ReadAsync(string code, string month)
    {
        var period = ReportingPeriod.Parse(month);
        var query = new UnitProgressQuery(_database.Factory, _database.Services.GetRequiredService<KpiTracker.Data.Registers.Registers>());
        return await query.ReadAsync(_registers.Units.FindInSeries(code, period)!, period);
    }
}
