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

    /// <summary>The unit's first figure, which is what its path sets out from: there is nothing to judge yet.</summary>
    FirstMonth,

    /// <summary>Not met, and without a deadline nothing says how much is due by now.</summary>
    Undated,

    /// <summary>A target of each ward that all wards with a figure reach, while others have none.</summary>
    Awaiting,
}

public static class ProgressStatuses
{
    extension(ProgressStatus status)
    {
        /// <summary>At risk, behind or missed: what somebody has to look at.</summary>
        public bool IsLagging => status is ProgressStatus.AtRisk or ProgressStatus.Behind or ProgressStatus.Missed;

        /// <summary>Achieved or on track: nothing has to change.</summary>
        public bool IsWell => status is ProgressStatus.Achieved or ProgressStatus.OnTrack;

        /// <summary>A figure under a target of which neither can be said, for a reason that the word names.</summary>
        public bool IsNeutral => status is ProgressStatus.FirstMonth or ProgressStatus.Undated or ProgressStatus.Awaiting;
    }
}
