namespace KpiTracker.Domain.Submissions;

/// <summary>Which figures of a report moved so far since the last approved one that whoever approves should look at them. Nobody is asked about them: the rules have asked the sender.</summary>
public static class LargeMoves
{
    /// <summary>People or things: below that nothing is large.</summary>
    public const decimal SmallestChange = 20;

    /// <summary>Of the whole, for the part as for the whole itself.</summary>
    public const decimal ShareOfWhole = 0.10m;

    /// <summary>Of the earlier figure, where there is no whole.</summary>
    public const decimal ShareOfCount = 0.50m;

    /// <summary>Times the earlier figure, up or down, of what is counted month by month: one training more or less is nothing unusual.</summary>
    public const decimal TimesFlow = 3;

    /// <summary>Percentage points, where only a percentage was sent.</summary>
    public const decimal Points = 10;

    /// <param name="flows">Codes of the indicators that are counted month by month.</param>
    /// <returns>In the order of <paramref name="later"/>; an indicator that is no longer reported comes last, a new one is no move.</returns>
    public static IReadOnlyList<FigureDifference> Between(IReadOnlyCollection<KeptFigure> earlier, IReadOnlyCollection<KeptFigure> later, IReadOnlySet<string> flows) =>
        [.. FigureDifference.Between(earlier, later).Where(d => d is { Before: { } before } && (d.After is not { } after || IsLarge(before, after, flows.Contains(d.IndicatorCode))))];

    private static bool IsLarge(KeptFigure before, KeptFigure after, bool isFlow)
    {
        if (before.Numerator is null || after.Numerator is null)
        {
            // A percentage in the place of counts, or counts in the place of a percentage, is another kind of figure.
            return before.Numerator is not null || after.Numerator is not null || Math.Abs((after.Percent - before.Percent) ?? 0) > Points;
        }

        if (isFlow)
        {
            var (less, more) = (Math.Min(before.Numerator.Value, after.Numerator.Value), Math.Max(before.Numerator.Value, after.Numerator.Value));
            return more - less > SmallestChange && more > TimesFlow * less;
        }

        var whole = Math.Max(before.Denominator ?? 0, after.Denominator ?? 0);
        var limit = Math.Max(SmallestChange, whole > 0 ? ShareOfWhole * whole : ShareOfCount * before.Numerator.Value);
        return Math.Abs(after.Numerator.Value - before.Numerator.Value) > limit
            || (whole > 0 && Math.Abs((after.Denominator ?? 0) - (before.Denominator ?? 0)) > limit);
    }
}
