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

public static class ProgressStatuses
{
    extension(ProgressStatus status)
    {
        /// <summary>At risk, behind or missed: what somebody has to look at.</summary>
        public bool IsLagging => status is ProgressStatus.AtRisk or ProgressStatus.Behind or ProgressStatus.Missed;

        /// <summary>Achieved or on track: nothing has to change.</summary>
        public bool IsWell => status is ProgressStatus.Achieved or ProgressStatus.OnTrack;
    }
}
