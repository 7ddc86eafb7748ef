namespace KpiTracker.Domain.Progress;

/// <summary>From which share of what the path asks for by now a measure is on track, and from which at risk; below that it is behind.</summary>
public sealed record StatusThresholds
{
    /// <param name="onTrackFrom">1 is all of what the path asks for; above 0, at most 1.</param>
    /// <param name="atRiskFrom">Above 0, at most <paramref name="onTrackFrom"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its bounds.</exception>
    public StatusThresholds(decimal onTrackFrom, decimal atRiskFrom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atRiskFrom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(onTrackFrom, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atRiskFrom, onTrackFrom);
        (OnTrackFrom, AtRiskFrom) = (onTrackFrom, atRiskFrom);
    }

    /// <summary>All of it, and nine tenths of it: ours, since no source names any.</summary>
    public static StatusThresholds Default { get; } = new(1.00m, 0.90m);

    public decimal OnTrackFrom { get; }

    public decimal AtRiskFrom { get; }
}
