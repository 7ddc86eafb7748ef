using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class BulletGeometryTests
{
    [Test]
    public void Value_target_and_expectation_stand_on_one_scale()
    {
        var bar = BulletGeometry.Of(62.5m, 95, 70, 100);

        Assert.That((bar.Value, bar.Goal, bar.Expected), Is.EqualTo(((double?)62.5, (double?)95, (double?)70)));
    }

    [Test]
    public void More_than_100_percent_is_shown_and_not_clipped() =>
        Assert.That(BulletGeometry.Of(110, 100, null, 110).Value, Is.EqualTo(100));

    [Test]
    public void The_bands_say_what_the_status_rule_says_and_fill_the_width()
    {
        var bands = BulletGeometry.Of(50, 90, 60, 100).Bands;

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', bands.Select(b => b.X)), Is.EqualTo("0 54 60 90"), "behind, at risk, on track, achieved");
            Assert.That(string.Join(' ', bands.Select(b => b.Step)), Is.EqualTo("0 1 2 3"));
            Assert.That(bands.Sum(b => b.Width), Is.EqualTo(100).Within(0.001));
        });
    }

    [Test]
    public void Without_a_target_there_is_one_band_and_no_tick()
    {
        var bar = BulletGeometry.Of(50, null, null, 100);

        Assert.That((bar.Bands.Count, bar.Goal), Is.EqualTo((1, (double?)null)));
    }

    [Test]
    public void No_data_has_no_bar_which_is_not_a_bar_of_nought() => Assert.Multiple(() =>
    {
        Assert.That(BulletGeometry.Of(null, 95, null, 100).Value, Is.Null);
        Assert.That(BulletGeometry.Of(0, 95, null, 100).Value, Is.Zero);
    });
}
