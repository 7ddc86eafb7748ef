namespace KpiTracker.Domain.Progress;

public enum ProgressStatus
{
    Achieved,
    OnTrack,
    AtRisk,
    Behind,

    /// <summary>The deadline has passed and the target was not met.</summary>
    Missed,
    NoData,
    NoTarget,
}
