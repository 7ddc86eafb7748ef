namespace KpiTracker.Web.Charts;

/// <summary>Maps figures from nought to <paramref name="Max"/> onto a length. Every scale here begins at nought, so that lengths can be compared.</summary>
/// <param name="Max">The figure at the scale's end; greater than zero.</param>
/// <param name="From">Where nought lies.</param>
/// <param name="To">Where <paramref name="Max"/> lies; may be less than <paramref name="From"/> (upwards on a screen).</param>
public readonly record struct LinearScale(decimal Max, double From, double To)
{
    private const int MostTicks = 6;

    /// <summary>The end of a scale of percentages that all of a group share: 100, or the next ten above the highest, so that nothing is clipped.</summary>
    public static decimal PercentMax(IEnumerable<decimal?> figures) =>
        Math.Max(100, Math.Ceiling((figures.Max() ?? 0) / 10) * 10);

    /// <summary>The end of a scale of counts: the first round step at or above the highest; 1 when there is none.</summary>
    public static decimal CountMax(IEnumerable<decimal?> figures)
    {
        var highest = Math.Max(1, figures.Max() ?? 0);
        var step = StepFor(highest);
        return Math.Ceiling(highest / step) * step;
    }

    public double At(decimal figure) => From + ((To - From) * (double)(figure / Max));

    /// <summary>Round figures from nought to the end, at most <see cref="MostTicks"/> + 1 of them.</summary>
    public IReadOnlyList<decimal> Ticks()
    {
        var step = StepFor(Max);
        List<decimal> ticks = [];
        for (var tick = 0m; tick <= Max; tick += step)
        {
            ticks.Add(tick);
        }

        return ticks;
    }

    /// <summary>1, 2 or 5 times a power of ten; never below 1: there are no half people.</summary>
    private static decimal StepFor(decimal max)
    {
        for (var power = 1m; ; power *= 10)
        {
            foreach (var step in (ReadOnlySpan<decimal>)[power, power * 2, power * 5])
            {
                if (max / step <= MostTicks)
                {
                    return step;
                }
            }
        }
    }
}
