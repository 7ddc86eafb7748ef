namespace KpiTracker.Domain.Periods;

/// <summary>Which months are open for reporting, when their reports are due, and what is late.</summary>
public sealed class ReportingCalendar
{
    private readonly PeriodRule[] _rules;
    private readonly IReadOnlySet<DateOnly> _holidays;

    /// <param name="rules">At least one, in any order. The campaign begins with the month that the earliest holds from; a month before it goes by the earliest.</param>
    /// <param name="holidays">Weekdays on which offices are closed.</param>
    /// <exception cref="ArgumentException">No rule.</exception>
    public ReportingCalendar(IEnumerable<PeriodRule> rules, IReadOnlySet<DateOnly> holidays)
    {
        _rules = [.. rules.OrderBy(r => r.From)];
        _holidays = holidays;
        if (_rules.Length == 0)
        {
            throw new ArgumentException("A calendar goes by at least one rule.", nameof(rules));
        }
    }

    /// <summary>In the order of time, the campaign's first on top.</summary>
    public IReadOnlyList<PeriodRule> Rules => _rules;

    /// <summary>The first month of the campaign: nothing was due before it.</summary>
    public ReportingPeriod FirstPeriod => _rules[0].From;

    public PeriodRule RuleOf(ReportingPeriod period) => _rules.LastOrDefault(r => r.From <= period) ?? _rules[0];

    public DateOnly OpensOn(ReportingPeriod period) => ClosesOn(period.Previous).AddDays(1);

    /// <summary>The last day that the month's figures cover; a month without the closing day closes on its last.</summary>
    public DateOnly ClosesOn(ReportingPeriod period) =>
        RuleOf(period).ClosingDay is { } day && day < period.LastDay.Day ? new DateOnly(period.Year, period.Month, day) : period.LastDay;

    /// <summary>The last day on which the report is on time: N working days after the close. Saturdays, Sundays and public holidays do not count.</summary>
    public DateOnly DueOn(ReportingPeriod period)
    {
        var day = ClosesOn(period);
        for (var left = RuleOf(period).WorkingDaysToSend; left > 0;)
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
    public bool IsReported(ReportingPeriod period) => period >= FirstPeriod;

    /// <param name="dueOn">Of the unit looked at, which may have been given more time than <see cref="DueOn"/>.</param>
    public MonthStage StageOf(ReportingPeriod period, DateOnly dueOn, DateOnly today) =>
        !IsReported(period) ? MonthStage.BeforeCampaign
        : today <= ClosesOn(period) ? MonthStage.Running
        : today <= dueOn ? MonthStage.Collecting
        : MonthStage.Due;

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
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);
}
