namespace KpiTracker.Domain.Periods;

/// <summary>Whether a month's reports could have been sent by a day: who is silent before the due date is not late, and before the campaign nobody was asked.</summary>
public enum MonthStage
{
    /// <summary>The due date has passed.</summary>
    Due,

    /// <summary>The month has closed, and reports sent today are on time.</summary>
    Collecting,

    /// <summary>The days that its figures cover are not over.</summary>
    Running,

    /// <summary>No report was ever expected.</summary>
    BeforeCampaign,
}

public static class MonthStages
{
    extension(MonthStage stage)
    {
        /// <summary>Who is silent is late: only then a rate of those on time says anything.</summary>
        public bool IsDue => stage == MonthStage.Due;
    }
}
