using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class SvgTests
{
    [TestCase(0, "0")]
    [TestCase(12, "12")]
    [TestCase(12.5, "12.5")]
    [TestCase(12.345, "12.35")]
    [TestCase(12.05, "12.05")]
    [TestCase(0.004, "0")]
    [TestCase(-0.004, "0")]
    [TestCase(-0.5, "-0.5")]
    [TestCase(-3.07, "-3.07")]
    [TestCase(99.999, "100")]
    public void A_length_has_a_point_and_at_most_two_decimals(double pixels, string expected) =>
        Assert.That(Svg.Length(pixels), Is.EqualTo(expected));

    [Test]
    public void Lines_that_follow_one_another_are_one_course_and_a_gap_begins_another() =>
        Assert.That(
            Svg.Course([new TrendLine(0, 10, 25, 8.5), new TrendLine(25, 8.5, 50, 7), new TrendLine(75, 6, 100, 5)]),
            Is.EqualTo("M0 10L25 8.5L50 7M75 6L100 5"));
}
