using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class LinearScaleTests
{
    [TestCase(100, "0 20 40 60 80 100")]
    [TestCase(120, "0 20 40 60 80 100 120")]
    [TestCase(4, "0 1 2 3 4")]
    [TestCase(1, "0 1", Description = "there are no half people")]
    [TestCase(1200, "0 200 400 600 800 1000 1200")]
    public void Ticks_are_round_and_begin_at_nought(double max, string ticks) =>
        Assert.That(string.Join(' ', new LinearScale((decimal)max, 0, 100).Ticks()), Is.EqualTo(ticks));

    [TestCase(80.0, 100)]
    [TestCase(100.0, 100)]
    [TestCase(101.0, 110)]
    [TestCase(133.4, 140)]
    [TestCase(null, 100)]
    public void A_scale_of_percentages_reaches_100_and_never_clips_what_is_above(double? highest, double max) =>
        Assert.That(LinearScale.PercentMax([null, (decimal?)highest]), Is.EqualTo((decimal)max));

    [TestCase(null, 1)]
    [TestCase(7.0, 8)]
    [TestCase(1234.0, 1500)]
    public void A_scale_of_counts_ends_at_a_round_figure(double? highest, double max) =>
        Assert.That(LinearScale.CountMax([(decimal?)highest]), Is.EqualTo((decimal)max));

    [Test]
    public void Figures_are_placed_in_proportion_also_upwards() => Assert.Multiple(() =>
    {
        Assert.That(new LinearScale(200, 0, 100).At(50), Is.EqualTo(25));
        Assert.That(new LinearScale(100, 180, 20).At(75), Is.EqualTo(60));
    });
}
