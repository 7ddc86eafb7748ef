namespace KpiTracker.Domain.Progress;

/// <summary>One place in a ranking.</summary>
/// <param name="Rank">From 1; ties share it, and the next rank is skipped (1, 2, 2, 4). <c>null</c>: nothing to rank by.</param>
public sealed record Ranked<T>(T Item, int? Rank);

/// <summary>Who stands where, the highest first.</summary>
public static class Ranking
{
    /// <param name="score">Unrounded; <c>null</c> is not ranked and comes last, in the order given. Missing is never zero.</param>
    public static IReadOnlyList<Ranked<T>> Of<T>(IEnumerable<T> items, Func<T, decimal?> score)
    {
        var ranked = new List<Ranked<T>>();
        decimal? before = null;
        foreach (var (item, value) in items.Select(i => (Item: i, Score: score(i))).OrderBy(p => p.Score is null).ThenByDescending(p => p.Score))
        {
            int? rank = value is null ? null : value == before ? ranked[^1].Rank : ranked.Count + 1;
            ranked.Add(new Ranked<T>(item, rank));
            before = value;
        }

        return ranked;
    }
}
