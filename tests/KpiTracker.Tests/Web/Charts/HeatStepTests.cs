using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class HeatStepTests
{
    [TestCase(0.0, 1)]
    [TestCase(39.9, 1)]
    [TestCase(40.0, 2)]
    [TestCase(60.0, 3)]
    [TestCase(72.0, 4)]
    [TestCase(80.0, 4, Description = "not met by the comparator, however close")]
    public void The_shade_is_the_share_of_the_target_reached(double measure, int step) =>
        Assert.That(HeatStep.Of((decimal)measure, 80, isMet: false), Is.EqualTo(step));

    [Test]
    public void What_meets_the_target_has_the_darkest_shade() => Assert.That(HeatStep.Of(1, 1, isMet: true), Is.EqualTo(HeatStep.Met));

    [Test]
    public void Without_a_figure_or_a_target_there_is_no_shade() => Assert.Multiple(() =>
    {
        Assert.That(HeatStep.Of(null, 80, false), Is.Null);
        Assert.That(HeatStep.Of(50, null, false), Is.Null);
    });
}
