using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class TargetTests
{
    [TestCase(Comparator.MoreThan, 85, 16000, 13601, Description = "13.600 are exactly 85%, which is not more")]
    [TestCase(Comparator.AtLeast, 85, 16000, 13600)]
    [TestCase(Comparator.MoreThan, 85, 16001, 13601, Description = "13.600,85 and so the next whole one")]
    [TestCase(Comparator.AtLeast, 85, 16001, 13601)]
    [TestCase(Comparator.AtLeast, 100, 1204, 1204, Description = "all of them")]
    [TestCase(Comparator.AtLeast, 33.3, 1000, 333)]
    [TestCase(Comparator.MoreThan, 33.3, 1000, 334)]
    [TestCase(Comparator.Exactly, 85, 16000, 13600)]
    [TestCase(Comparator.Exactly, 85, 333, null, Description = "no whole number is exactly 85% of 333")]
    public void The_fewest_people_are_counted_whole_and_strictly_by_the_comparator(Comparator comparator, decimal value, decimal whole, int? fewest)
    {
        var target = ASeries.Target(value, comparator: comparator);

        Assert.That(target.FewestThatMeet(whole), Is.EqualTo((decimal?)fewest));
    }

    [Test]
    public void The_fewest_people_meet_the_target_and_one_fewer_do_not() => Assert.Multiple(() =>
    {
        foreach (var comparator in (Comparator[])[Comparator.MoreThan, Comparator.AtLeast])
        {
            for (var whole = 1; whole < 400; whole++)
            {
                var target = ASeries.Target(66.6m, comparator: comparator);
                var fewest = target.FewestThatMeet(whole)!.Value;
                Assert.That(target.IsMetBy(fewest * 100 / whole), Is.True, $"{comparator} {whole}");
                Assert.That(target.IsMetBy((fewest - 1) * 100 / whole), Is.False, $"{comparator} {whole}");
            }
        }
    });

    [TestCase(Comparator.AtLeast, 4, 4)]
    [TestCase(Comparator.MoreThan, 4, 5)]
    public void Of_a_count_the_value_itself_is_the_boundary(Comparator comparator, int value, int fewest) =>
        Assert.That(ASeries.Target(value, comparator: comparator, measure: TargetMeasure.Count).FewestThatMeet(null), Is.EqualTo(fewest));

    [TestCase(90, Comparator.AtLeast, "2026-12-31", 85, Comparator.AtLeast, "2026-12-31", true, Description = "a higher value")]
    [TestCase(85, Comparator.MoreThan, "2026-12-31", 85, Comparator.AtLeast, "2026-12-31", true, Description = "more than before at least")]
    [TestCase(85, Comparator.AtLeast, "2025-12-31", 85, Comparator.AtLeast, "2026-12-31", true, Description = "an earlier deadline")]
    [TestCase(85, Comparator.AtLeast, "2026-12-31", 85, Comparator.AtLeast, null, true, Description = "a deadline before none")]
    [TestCase(90, Comparator.Exactly, "2026-12-31", 85, Comparator.AtLeast, "2026-12-31", true)]
    [TestCase(90, Comparator.AtLeast, "2026-12-31", 85, Comparator.Exactly, "2026-12-31", false, Description = "95 would meet the one and not the other")]
    [TestCase(85, Comparator.AtLeast, "2026-12-31", 85, Comparator.AtLeast, "2026-12-31", false, Description = "alike")]
    [TestCase(95, Comparator.AtLeast, "2026-12-31", 90, Comparator.AtLeast, "2025-12-31", false, Description = "value and deadline disagree")]
    public void Stricter_asks_more_and_forgives_nothing(
        decimal value, Comparator comparator, string? by, decimal otherValue, Comparator otherComparator, string? otherBy, bool isStricter)
    {
        var one = ASeries.Target(value, by, comparator: comparator);
        var other = ASeries.Target(otherValue, otherBy, comparator: otherComparator);

        Assert.Multiple(() =>
        {
            Assert.That(one.IsStricterThan(other), Is.EqualTo(isStricter));
            Assert.That(other.IsStricterThan(one), Is.False);
        });
    }

    [Test]
    public void Targets_of_two_indicators_or_measures_are_not_compared() => Assert.Multiple(() =>
    {
        Assert.That(ASeries.Target(90).IsStricterThan(ASeries.Target(80, indicator: "ADULTS")), Is.False);
        Assert.That(ASeries.Target(90).IsStricterThan(ASeries.Target(1, measure: TargetMeasure.CountInEachWard)), Is.False);
    });

    [Test]
    public void A_target_whose_source_gives_a_baseline_sets_out_from_it_and_says_so()
    {
        var target = ASeries.Target(90, "2025-12-31") with { Baseline = new GivenBaseline(ASeries.May2025.AddMonths(-2), 45) };

        var progress = ProgressReckoning.For(ASeries.District, ASeries.May2025, ASeries.Of(ASeries.Officials, 60), ASeries.Choice(target));

        Assert.Multiple(() =>
        {
            Assert.That(progress.Baseline, Is.EqualTo(new Baseline(ASeries.May2025.AddMonths(-2), 45, IsGiven: true)));
            Assert.That(progress.ExpectedToDate, Is.EqualTo(55), "45 in March, five points a month to 90 in December");
        });
    }
}
