using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class ShownPaceTests
{
    private static readonly Indicator Communes = ASeries.Count("COMMUNES", Accumulation.Stock) with { UnitOfMeasureVi = "xã" };

    [TestCase(2, 2, 2, 3, 1, 0.7, Description = "2 in three months are not one a month")]
    [TestCase(3, 2, 5, 3, 1.5, 1.7, false, Description = "two and two say that it is enough, which it is: whole")]
    [TestCase(7, 4, 5, 3, 1.8, 1.7, Description = "two and two would say the same of what is not enough")]
    [TestCase(2, 2, 3, 3, 1, 1, Description = "as many as are needed")]
    [TestCase(1, 3, 1, 3, 0.3, 0.3, Description = "one and none would say that it is not enough, which it is")]
    [TestCase(12, 2, 3, 3, 6, 1, Description = "far apart: whole")]
    [TestCase(2, 2, -1, 3, 1, 0, Description = "fell")]
    public void Paces_of_a_few_things_have_a_decimal_where_whole_ones_would_contradict(int gap, int monthsLeft, int came, int months, decimal asked, decimal recent, bool hasDecimals = true)
    {
        var shown = ShownPace.Of(new RequiredPace(gap, monthsLeft, new RecentPace((decimal)came / months, months)), Communes);

        Assert.That(shown, Is.EqualTo(hasDecimals ? new ShownPace(asked, recent) : new ShownPace(2, 2)));
    }

    [Test]
    public void People_stay_whole() =>
        Assert.That(ShownPace.Of(new RequiredPace(2, 2, new RecentPace(2m / 3, 3)), ASeries.Officials), Is.EqualTo(new ShownPace(1, 1)));

    [TestCase(2, 3.67, 4, "2,0–3,7 người")]
    [TestCase(2, 3.97, 4, "2,0–3,9 người", Description = "not four, however near")]
    [TestCase(2, 3.2, 4, "2–3 người")]
    [TestCase(3.6, 4.4, 4, "3,6–4,0 người", Description = "may be four; its low end is not")]
    [TestCase(4.2, 6.5, 4, "4–7 người")]
    public void An_end_of_a_forecast_never_looks_like_the_target_that_it_misses(decimal low, decimal high, int target, string range) =>
        Assert.That(
            PaceTexts.ForecastRange(new Forecast(new(2026, 12), low, low, high), ASeries.Ambassadors, ASeries.Target(target, measure: TargetMeasure.Count), CultureInfo.GetCultureInfo("vi")),
            Is.EqualTo(range));
}
