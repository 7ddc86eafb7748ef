using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class HeatStepTests
{
    [TestCase(0.0, 1)]
    [TestCase(69.9, 1)]
    [TestCase(70.0, 2)]
    [TestCase(75.0, 3)]
    [TestCase(77.9, 3)]
    [TestCase(78.0, 4)]
    [TestCase(80.0, 4, Description = "not met by the comparator, however close")]
    public void The_shade_is_the_distance_to_the_target_in_points(double measure, int step) =>
        Assert.That(HeatStep.Of((decimal)measure, 80, isMet: false, isPercent: true), Is.EqualTo(step));

    [TestCase(179, 1)]
    [TestCase(180, 2)]
    [TestCase(190, 3)]
    [TestCase(196, 4)]
    public void Of_a_count_a_point_is_a_hundredth_of_its_target(int count, int step) =>
        Assert.That(HeatStep.Of(count, 200, isMet: false, isPercent: false), Is.EqualTo(step));

    [Test]
    public void What_meets_the_target_has_the_lightest_shade() => Assert.That(HeatStep.Of(1, 1, isMet: true, isPercent: true), Is.EqualTo(HeatStep.Met));

    [Test]
    public void Without_a_figure_or_a_target_there_is_no_shade() => Assert.Multiple(() =>
    {
        Assert.That(HeatStep.Of(null, 80, false, true), Is.Null);
        Assert.That(HeatStep.Of(50, null, false, true), Is.Null);
    });
}
