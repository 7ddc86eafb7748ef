using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Progress;

/// <summary>
/// How far a figure is behind what is due of it by now: behind the path while there is time, behind the target itself once the deadline is
/// reached or where there is no path. So December's figure blames nobody in March, and units with other targets can be held side by side.
/// </summary>
/// <param name="Due">Greater than zero; in percent or as a count, as is <paramref name="Behind"/>.</param>
/// <param name="Behind">Greater than zero.</param>
public sealed record Lag(IndicatorProgress Progress, decimal Due, decimal Behind)
{
    /// <summary>Of what is due, 0–1: what a percentage and a count have in common.</summary>
    public decimal Share => Behind / Due;

    public bool IsPercentage => Progress.Target!.Target.Measure == TargetMeasure.Percent;

    /// <returns><c>null</c> unless the status is at risk, behind or missed, and where "exactly" is exceeded.</returns>
    public static Lag? Of(IndicatorProgress progress)
    {
        if (!progress.Status.IsLagging || progress.Measure is not { } measure)
        {
            return null;
        }

        var due = progress.Status == ProgressStatus.Missed ? progress.Goal : progress.ExpectedToDate ?? progress.Goal;
        return due is { } asked and > 0 && measure < asked ? new Lag(progress, asked, asked - measure) : null;
    }
}
