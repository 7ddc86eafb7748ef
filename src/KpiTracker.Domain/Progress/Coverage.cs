namespace KpiTracker.Domain.Progress;

/// <summary>How many of the wards stand behind a figure: "19/23 phường đã nộp". It stands on every total.</summary>
/// <param name="Carried">Wards that did not report and whose last figure stands in (<see cref="CarryForward"/>); not among <paramref name="Reported"/>.</param>
public readonly record struct Coverage(int Reported, int Expected, int Carried = 0)
{
    public bool IsComplete => Reported == Expected;

    /// <summary>
    /// Whether the figures of two months may be held against each other, counts and rates alike: as many wards out of as many stand behind
    /// both, or all of them behind each, even where wards were merged in between. Otherwise a difference would tell who is silent, not what changed.
    /// </summary>
    public bool IsComparableWith(Coverage other) => this == other || (IsComplete && other.IsComplete);
}
