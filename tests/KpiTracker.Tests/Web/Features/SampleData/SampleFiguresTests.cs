using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Tests.Web.Features.SampleData;

internal sealed class SampleFiguresTests
{
    private static readonly ReportingPeriod First = new(2025, 4);
    private static readonly ReportingPeriod Last = new(2026, 10);

    [Test]
    public void The_same_ward_and_month_always_have_the_same_figures()
    {
        var once = SampleFigures.Of(Ward("00103"), Last);
        var again = SampleFigures.Of(Ward("00103"), Last);

        Assert.That(again, Is.EqualTo(once));
        Assert.That(once[0], Is.EqualTo(new SampleFigure("OFFICIALS", 181, 188)), "figures that a visitor saw yesterday are the same today");
    }

    [Test]
    public void Two_wards_of_a_size_differ() =>
        Assert.That(SampleFigures.Of(Ward("00103"), Last), Is.Not.EqualTo(SampleFigures.Of(Ward("00091"), Last)));

    [Test]
    public void No_part_exceeds_its_whole_and_no_figure_is_negative()
    {
        foreach (var figure in Wards().SelectMany(ward => Months().SelectMany(month => SampleFigures.Of(ward, month))))
        {
            Assert.That(figure.Numerator, Is.GreaterThanOrEqualTo(0).And.LessThanOrEqualTo(figure.Denominator ?? long.MaxValue), figure.ToString());
        }
    }

    [Test]
    public void What_is_counted_since_the_beginning_and_every_group_reached_never_falls()
    {
        foreach (var ward in Wards())
        {
            foreach (var month in Months().Skip(1))
            {
                var before = SampleFigures.Of(ward, month.Previous).ToDictionary(f => f.IndicatorCode);
                foreach (var figure in SampleFigures.Of(ward, month).Where(f => f.IndicatorCode != SampleFigures.TrainingVisits))
                {
                    var earlier = before.GetValueOrDefault(figure.IndicatorCode)?.Numerator ?? 0;
                    Assert.That(figure.Numerator, Is.GreaterThanOrEqualTo(earlier), $"{ward.Unit.Code} {month} {figure.IndicatorCode}");
                }
            }
        }
    }

    [Test]
    public void The_campaign_begins_low_and_ends_high_and_districts_are_apart()
    {
        var begins = Rates("ADULTS", First).ToList();
        var ends = Rates("ADULTS", Last).ToList();

        Assert.That(begins.Average(), Is.InRange(0.22, 0.42));
        Assert.That(ends.Average(), Is.InRange(0.62, 0.90));
        Assert.That(ends.Max() - ends.Min(), Is.GreaterThan(0.1));
    }

    [Test]
    public void Adults_are_as_many_with_a_smartphone_as_without()
    {
        var figures = SampleFigures.Of(Ward("00103"), Last).ToDictionary(f => f.IndicatorCode);

        Assert.That(figures["SMARTPHONE"].Denominator, Is.EqualTo(figures["ADULTS"].Denominator));
        Assert.That(figures["DIGITAL_ID"].Denominator, Is.GreaterThan(figures["ADULTS"].Denominator!.Value));
        Assert.That(figures["CERTIFIED"].Numerator, Is.LessThanOrEqualTo(figures["ADULTS"].Numerator));
    }

    private static IEnumerable<double> Rates(string indicator, ReportingPeriod month) =>
        from ward in Wards()
        let figure = SampleFigures.Of(ward, month).First(f => f.IndicatorCode == indicator)
        select (double)figure.Numerator / figure.Denominator!.Value;

    private static IEnumerable<ReportingPeriod> Months() => ReportingPeriod.Range(First, Last);

    private static IEnumerable<SampleWard> Wards() =>
        Enumerable.Range(0, 60).Select(i => Ward($"{10000 + i}", 2500 + (i * 2100), $"{1 + (i / 4):000}"));

    private static SampleWard Ward(string code, int population = 42000, string territory = "003") =>
        new(new OrganisationUnit(new UnitKey(code, new DateOnly(2025, 7, 1)), code, "Phường " + code, "phuong", null, null), population, territory);
}
