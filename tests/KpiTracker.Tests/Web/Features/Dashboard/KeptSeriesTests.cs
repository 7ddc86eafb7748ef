using KpiTracker.Data;
using KpiTracker.Data.Integrity;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>The series that the database keeps added up, against sums made here from the figures themselves, after figures were added, changed and taken away.</summary>
public sealed class KeptSeriesTests
{
    private static readonly ReportingPeriod Last = new(2026, 3);
    private static readonly string[] Codes = ["OFFICIALS", "AMBASSADORS", "TRAINING_VISITS"];

    private TemporaryDatabase _database = null!;
    private RegisterSnapshot _registers = null!;
    private List<CurrentFigure> _figures = [];

    [OneTimeSetUp]
    public async Task WriteForYears()
    {
        _database = await TemporaryDatabase.CreateAsync();
        _registers = await _database.RegistersAsync();
        var random = new Random(20260331);
        await using var db = await _database.Factory.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        foreach (var period in ReportingPeriod.Range(new ReportingPeriod(2025, 4), Last.Next))
        {
            // Of some areas every ward reports in every month, of the others some.
            db.CurrentFigures.AddRange(
                from ward in _registers.Units.WardsOf(City.Key, period)
                where ward.Parent!.Value.Code[^1] % 2 == 0 || random.Next(4) > 0
                from code in Codes
                select Figure(_registers.IdOf(ward.Key), period, code, random));
        }

        await db.SaveChangesAsync();
        foreach (var figure in db.CurrentFigures.Local.Where(_ => random.Next(20) == 0).ToList())
        {
            switch (random.Next(4))
            {
                case 0:
                    db.Remove(figure);
                    break;
                case 1:
                    (figure.Numerator, figure.Denominator) = (null, 100);
                    break;
                case 2:
                    (figure.Numerator, figure.Denominator) = (random.Next(100), null);
                    break;
                default:
                    figure.Numerator = random.Next(1000);
                    break;
            }
        }

        await db.SaveChangesAsync();
        _figures = await db.CurrentFigures.AsNoTracking().ToListAsync();
    }

    [OneTimeTearDown]
    public async Task RemoveIt() => await _database.DisposeAsync();

    [TestCase("01")]
    [TestCase("KV001")]
    [TestCase("KV004")]
    [TestCase("00103")]
    public async Task Every_month_of_a_unit_and_of_those_below_is_what_the_plain_sums_say(string code)
    {
        var unit = _registers.Units.FindInSeries(code, Last)!;
        var progress = await ReadAsync(unit);
        var standings = progress.Indicators.Select(i => (unit, Standing: i)).Concat(progress.Children.SelectMany(c => c.Standings.Values.Select(s => (unit: c.Unit, Standing: s)))).ToList();

        var kept = from s in standings
                   from point in s.Standing.Series.Points
                   select (s.unit.Code, s.Standing.Indicator.Code, point.Period, point.Value, point.Coverage.Reported);
        var plain = from s in standings
                    from point in s.Standing.Series.Points
                    let counted = Counted(s.unit, s.Standing.Indicator, point.Period)
                    select (s.unit.Code, s.Standing.Indicator.Code, point.Period, Sum(s.Standing.Indicator, counted), counted.Count);

        Assert.That(kept, Is.EqualTo(plain).And.Not.Empty);
        Assert.That(standings.Select(s => s.Standing.Series.Points[^1].Period), Has.All.EqualTo(Last));
    }

    [TestCase("01")]
    [TestCase("KV001")]
    [TestCase("KV004")]
    public async Task Two_months_over_the_same_wards_are_what_the_wards_figures_say(string code)
    {
        var unit = _registers.Units.FindInSeries(code, Last)!;
        var progress = await ReadAsync(unit);
        var standings = progress.Indicators.Select(i => (unit, Standing: i))
            .Concat(progress.Children.Where(c => !c.Unit.IsWard).SelectMany(c => c.Standings.Values.Select(s => (unit: c.Unit, Standing: s)))).ToList();

        var kept = from s in standings
                   from pair in s.Standing.Series.SameWards
                   orderby s.unit.Code, s.Standing.Indicator.Code, pair.Before
                   select (s.unit.Code, s.Standing.Indicator.Code, pair.Before, pair.Then, pair.Now, pair.Wards);
        var plain = from s in standings
                    from before in Enumerable.Range(1, Forecast.MonthsUsed - 1).Select(months => Last.AddMonths(-months))
                    let now = Counted(s.unit, s.Standing.Indicator, Last).ToDictionary(f => f.UnitId)
                    let then = Counted(s.unit, s.Standing.Indicator, before).Where(f => now.ContainsKey(f.UnitId)).ToList()
                    where then.Count > 0
                    orderby s.unit.Code, s.Standing.Indicator.Code, before
                    select (s.unit.Code, s.Standing.Indicator.Code, before, Sum(s.Standing.Indicator, then)!, Sum(s.Standing.Indicator, [.. then.Select(f => now[f.UnitId])])!, then.Count);

        Assert.That(kept, Is.EqualTo(plain).And.Not.Empty);
    }

    [Test]
    public async Task The_database_agrees_with_itself_also_after_a_ward_was_placed_under_another_area()
    {
        Assert.That(await OffencesAsync(), Is.Empty);
        await using var db = await _database.Factory.CreateDbContextAsync();
        var (ward, from, to) = (_registers.IdOf(Unit("00103").Key), _registers.IdOf(Unit("00103").Parent!.Value), _registers.IdOf(Unit("KV004").Key));

        await db.Database.ExecuteSqlAsync($"UPDATE OrganisationUnits SET ParentId = {to} WHERE Id = {ward}");
        var moved = await OffencesAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE OrganisationUnits SET ParentId = {from} WHERE Id = {ward}");

        Assert.That(moved, Is.Empty);
        Assert.That(await OffencesAsync(), Is.Empty);
    }

    private OrganisationUnit City => Unit("01");

    private static CurrentFigure Figure(int ward, ReportingPeriod period, string code, Random random) => new()
    {
        UnitId = ward,
        Period = period,
        IndicatorCode = code,
        Numerator = random.Next(1000),
        Denominator = code == "OFFICIALS" ? 1000 + random.Next(1000) : null,
    };

    private OrganisationUnit Unit(string code) => _registers.Units.FindInSeries(code, Last)!;

    private async Task<IReadOnlyList<string>> OffencesAsync() =>
        (await _database.Services.GetRequiredService<IntegrityInspection>().RunAsync()).Single(r => r.Name == "Series").Examples;

    private List<CurrentFigure> Counted(OrganisationUnit unit, Indicator indicator, ReportingPeriod period)
    {
        var wards = _registers.Units.WardsOf(unit.Key, period).Select(w => _registers.IdOf(w.Key)).ToHashSet();
        return [.. _figures.Where(f => f.Period == period && f.IndicatorCode == indicator.Code && wards.Contains(f.UnitId) && IndicatorValue.CanBeAdded(indicator.Kind, Seen(f)))];
    }

    private static IndicatorValue? Sum(Indicator indicator, List<CurrentFigure> figures) =>
        IndicatorValue.Over(indicator.Kind, figures.Select(Seen));

    private static Observation Seen(CurrentFigure figure) => new(default, figure.IndicatorCode, figure.Period, figure.Numerator, figure.Denominator);

    private async Task<UnitProgress> ReadAsync(OrganisationUnit unit) =>
        await new UnitProgressQuery(_database.Factory, _database.Services.GetRequiredService<KpiTracker.Data.Registers.Registers>()).ReadAsync(unit, Last);
}
