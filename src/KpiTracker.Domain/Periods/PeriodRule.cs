namespace KpiTracker.Domain.Periods;

/// <summary>When a month closes and how long a ward then has to send its report.</summary>
/// <param name="ClosingDay">The day of the month on which the month closes (14: from the 15th of the month before to the 14th); <c>null</c> closes on its last day.</param>
/// <param name="WorkingDaysToSend">Working days after the close; the last of them is the due date.</param>
/// <param name="FirstPeriod">The first month of the campaign: nothing was due before it; <c>null</c> sets no beginning.</param>
public sealed record PeriodRule(int? ClosingDay, int WorkingDaysToSend, ReportingPeriod? FirstPeriod = null)
{
    /// <summary>Calendar months, sent within five working days, from April 2025, the first whole month of the campaign.</summary>
    public static PeriodRule CalendarMonths { get; } = new(null, 5, new ReportingPeriod(2025, 4));
}
