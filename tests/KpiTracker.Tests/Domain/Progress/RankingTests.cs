using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class RankingTests
{
    [Test]
    public void Ties_share_a_rank_and_the_next_one_is_skipped()
    {
        var ranks = Ranking.Of<decimal?>([70, 90, 80, 80], v => v).Select(r => (r.Item, r.Rank));

        Assert.That(ranks, Is.EqualTo(new (decimal?, int?)[] { (90, 1), (80, 2), (80, 2), (70, 4) }));
    }

    [Test]
    public void What_has_no_score_comes_last_without_a_rank_and_is_not_zero()
    {
        var ranks = Ranking.Of<decimal?>([null, 0, 10], v => v).Select(r => (r.Item, r.Rank));

        Assert.That(ranks, Is.EqualTo(new (decimal?, int?)[] { (10, 1), (0, 2), (null, null) }));
    }

    [Test]
    public void Scores_that_only_look_alike_when_rounded_are_no_tie() =>
        Assert.That(Ranking.Of<decimal>([80.04m, 80.03m], v => v).Select(r => r.Rank), Is.EqualTo(new int?[] { 1, 2 }));
}
