using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Charts;

/// <summary>One band behind a bullet bar. The bands say what the status rule says: behind, at risk, on track, achieved.</summary>
/// <param name="X">Where it begins, 0–100 of the width.</param>
/// <param name="Step">0 is the darkest, the farthest from the target.</param>
public readonly record struct BulletBand(double X, double Width, int Step);

/// <summary>A bullet bar: all lengths are shares (0–100) of the width, from nought on a scale that its group shares.</summary>
/// <param name="Value"><c>null</c>: no data, no bar.</param>
/// <param name="Goal">Where the target's tick stands; <c>null</c>: no target.</param>
/// <param name="Expected">Where the path from baseline to target stands at the month's end.</param>
public sealed record BulletGeometry(IReadOnlyList<BulletBand> Bands, double? Value, double? Goal, double? Expected)
{
    /// <param name="max">The scale's end, at or above every figure of the group.</param>
    /// <param name="thresholds">By which the status was judged; <c>null</c> is <see cref="StatusThresholds.Default"/>.</param>
    public static BulletGeometry Of(decimal? value, decimal? goal, decimal? expected, decimal max, StatusThresholds? thresholds = null)
    {
        var scale = new LinearScale(max, 0, 100);
        return new BulletGeometry(
            BandsOf(scale, goal, expected, thresholds ?? StatusThresholds.Default),
            Place(scale, value),
            Place(scale, goal),
            Place(scale, expected));
    }

    private static double? Place(LinearScale scale, decimal? figure) => figure is { } value ? scale.At(value) : null;

    private static List<BulletBand> BandsOf(LinearScale scale, decimal? goal, decimal? expected, StatusThresholds limits)
    {
        List<decimal> ends = (goal, expected) switch
        {
            (null, _) => [scale.Max],
            ({ } target, { } due) when due < target => [due * limits.AtRiskFrom, due * limits.OnTrackFrom, target, scale.Max],
            ({ } target, _) => [target * limits.AtRiskFrom, target, scale.Max],
        };
        var bands = new List<BulletBand>();
        var from = 0m;
        for (var i = 0; i < ends.Count; i++)
        {
            if (ends[i] > from)
            {
                // Counted from the light end, so that what meets the target always has the same shade.
                bands.Add(new BulletBand(scale.At(from), scale.At(ends[i]) - scale.At(from), 4 - ends.Count + i));
                from = ends[i];
            }
        }

        return bands;
    }
}
