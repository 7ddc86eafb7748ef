using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class CarryForwardTests
{
    private static readonly ReportingPeriod September2025 = new(2025, 9);

    [Test]
    public void The_last_figure_of_a_silent_ward_stands_in_for_at_most_three_months_and_is_counted_apart()
    {
        var total = CarryForward.Over(ASeries.Officials, September2025, [Ward((9, 90), (8, 50)), Ward((7, 40)), Ward((6, 30)), Ward((5, 999)), Ward()]);

        Assert.Multiple(() =>
        {
            Assert.That(total.Value, Is.EqualTo(new IndicatorValue(160, 300)));
            Assert.That(total.Coverage, Is.EqualTo(new Coverage(1, 5, 2)));
            Assert.That(total.Coverage.IsComplete, Is.False, "a figure that is carried was not reported");
        });
    }

    [Test]
    public void A_flow_is_never_carried()
    {
        var total = CarryForward.Over(ASeries.Visits, September2025, [Ward((9, 90)), Ward((8, 40))]);

        Assert.That((total.Value!.Numerator, total.Coverage), Is.EqualTo((90m, new Coverage(1, 2))));
    }

    [Test]
    public void Later_figures_are_not_carried_back() =>
        Assert.That(CarryForward.Over(ASeries.Officials, September2025, [Ward((10, 90))]), Is.EqualTo(new CarriedTotal(null, new Coverage(0, 1))));

    [TestCase("vi", "19/23 phường, xã đã nộp, 3 mang sang")]
    [TestCase("en", "19/23 wards reported, 3 carried forward")]
    public void What_is_carried_is_said(string language, string words) =>
        Assert.That(ProgressTexts.CoverageInWords(new Coverage(19, 23, 3), CultureInfo.GetCultureInfo(language)), Is.EqualTo(words));

    private static Dictionary<ReportingPeriod, IndicatorValue> Ward(params (int Month, int Numerator)[] figures) =>
        figures.ToDictionary(f => new ReportingPeriod(2025, f.Month), f => new IndicatorValue(f.Numerator, 100));
}
