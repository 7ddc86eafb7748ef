using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Tests.Web.Features.Presentation;

/// <summary>What is said on the slides to a room that cannot ask: who is silent, by name; what "achieved" leaves out; what may still change.</summary>
public sealed class SlideWordsTests
{
    private ServiceProvider _provider = null!;
    private DeckComposer _composer = null!;

    [OneTimeSetUp]
    public void Provide()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        _provider = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        _composer = new DeckComposer(_provider.GetRequiredService<IStringLocalizer<PresentationTexts>>(), _provider.GetRequiredService<IStringLocalizer<DashboardTexts>>());
    }

    [OneTimeTearDown]
    public void End() => _provider.Dispose();

    [SetUp]
    public void Speak() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

    [Test]
    public void The_city_s_silent_wards_are_named_under_their_areas()
    {
        var city = City(Area(1, silent: 2), Area(2, silent: 1, returned: true), Area(3, silent: 0));

        Assert.That(
            _composer.Compose(city).Slides[3].Lines.Select(l => (l.Name, l.Figure, l.Detail)),
            Is.EqualTo(new[] { ("Khu vực 1", "2/8 chưa nộp", "Phường 1.1, Phường 1.2"), ("Khu vực 2", "1/8 chưa nộp", "Phường 2.1 (chờ nộp lại)") }));
    }

    [Test]
    public void Where_there_is_no_room_for_all_names_the_others_are_counted()
    {
        var slide = _composer.Compose(City([.. Enumerable.Range(1, 20).Select(i => Area(i, silent: i <= 2 ? 1 : 4))])).Slides[3];

        Assert.Multiple(() =>
        {
            Assert.That(slide.Lines, Has.Count.EqualTo(18));
            Assert.That(slide.Lines[0].Detail, Is.EqualTo("Phường 3.1, Phường 3.2 và 2 phường, xã khác"));
            Assert.That(slide.Note, Does.StartWith("Và 2 phường, xã khác."), "those of the two areas that are left out");
        });
    }

    [Test]
    public void What_achieved_leaves_out_stands_on_the_first_slide_too()
    {
        var district = AUnit.WithOfficials("2025-03-31", ("Bưởi", 96), ("Nhật Tân", 97));
        var choice = ASeries.Choice(ASeries.Target(95, "2025-06-30", comparator: KpiTracker.Domain.Indicators.Comparator.MoreThan)) with { ParentTarget = ASeries.Target(100, "2025-06-30", unit: ASeries.CityKey) };
        var series = ASeries.Of(ASeries.Officials, 60, 70, 96);
        var late = new IndicatorStanding(ProgressReckoning.For(ASeries.District, ASeries.May2025.AddMonths(2), series, choice), series);

        var line = _composer.Compose(district with { Period = ASeries.May2025.AddMonths(2), Indicators = [late] }).Slides[0].Lines[0];

        Assert.Multiple(() =>
        {
            Assert.That(line.Detail, Is.EqualTo("Mục tiêu trên 95% đến 30/06/2025; chưa đạt mục tiêu 100% của cấp trên; đạt sau hạn 30/06/2025"));
            Assert.That(line.Bar!.IsProvisional, Is.True, "nothing is approved");
        });
    }

    private static UnitProgress City(params ChildProgress[] areas) =>
        AUnit.WithOfficials(("Bưởi", 96)) with { Unit = ASeries.City, Children = areas, Wards = [.. areas.SelectMany(a => a.Wards)] };

    private static ChildProgress Area(int number, int silent, bool returned = false)
    {
        var key = new UnitKey($"KV{number:000}", DateOnly.MinValue);
        var area = new OrganisationUnit(key, $"{number}", $"Khu vực {number}", UnitKinds.Area, ASeries.CityKey, null);
        return new ChildProgress(
            area,
            new Dictionary<string, IndicatorStanding>(),
            [
                .. Enumerable.Range(1, 8).Select(i => new WardReporting(
                    new OrganisationUnit(new UnitKey($"{number:000}{i:00}", DateOnly.MinValue), $"{number}.{i}", $"Phường {number}.{i}", "phuong", key, null),
                    i > silent ? ReportStanding.OnTime : returned ? ReportStanding.Returned : ReportStanding.NotSent,
                    null,
                    0,
                    null,
                    new Dictionary<string, WardFigure>())),
            ]);
    }
}
