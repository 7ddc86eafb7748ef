namespace KpiTracker.Domain.Periods;

/// <summary>From one month on: when a month closes, and how long a ward then has to send its report.</summary>
/// <param name="From">The first month that the rule holds for.</param>
/// <param name="ClosingDay">The day of the month on which the month closes (14: from the 15th of the month before to the 14th); <c>null</c> closes on its last day.</param>
/// <param name="WorkingDaysToSend">Working days after the close; the last of them is the due date.</param>
public sealed record PeriodRule(ReportingPeriod From, int? ClosingDay, int WorkingDaysToSend)
{
    /// <summary>The most that may be set: a month is due before the next one is.</summary>
    public const int MostWorkingDays = 20;

    /// <summary>The latest closing day that may be set: every month has it. A month that closes on its last day has none.</summary>
    public const int LatestClosingDay = 28;

    /// <summary>Calendar months, sent within five working days, from April 2025, the first whole month of the campaign.</summary>
    public static PeriodRule CalendarMonths { get; } = new(new ReportingPeriod(2025, 4), null, 5);
}
