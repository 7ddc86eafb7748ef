namespace KpiTracker.Domain.Periods;

/// <summary>Which months are open for reporting, when their reports are due, and what is late.</summary>
public sealed class ReportingCalendar(PeriodRule rule, IReadOnlySet<DateOnly> holidays)
{
    public DateOnly OpensOn(ReportingPeriod period) => ClosesOn(period.Previous).AddDays(1);

    /// <summary>The last day that the month's figures cover; a month without the closing day closes on its last.</summary>
    public DateOnly ClosesOn(ReportingPeriod period) =>
        rule.ClosingDay is { } day && day < period.LastDay.Day ? new DateOnly(period.Year, period.Month, day) : period.LastDay;

    /// <summary>The last day on which the report is on time: N working days after the close. Saturdays, Sundays and public holidays do not count.</summary>
    public DateOnly DueOn(ReportingPeriod period)
    {
        var day = ClosesOn(period);
        for (var left = rule.WorkingDaysToSend; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>Whether the campaign had begun: no report was ever expected for a month before it.</summary>
    public bool IsReported(ReportingPeriod period) => rule.FirstPeriod is not { } first || period >= first;

    /// <summary>A report sent on the due date itself is on time.</summary>
    public bool IsLate(ReportingPeriod period, DateOnly sentOn) => sentOn > DueOn(period);

    /// <summary>The month that is due now: the latest one that has closed before <paramref name="today"/>.</summary>
    public ReportingPeriod LatestClosed(DateOnly today)
    {
        var period = ReportingPeriod.Of(today);
        while (ClosesOn(period) >= today)
        {
            period = period.Previous;
        }

        return period;
    }

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);
}
