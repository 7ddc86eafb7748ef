namespace KpiTracker.Domain.Periods;

/// <summary>When a month closes and how long a ward then has to send its report.</summary>
/// <param name="ClosingDay">The day of the month on which the month closes (14: from the 15th of the month before to the 14th); <c>null</c> closes on its last day.</param>
/// <param name="WorkingDaysToSend">Working days after the close; the last of them is the due date.</param>
public sealed record PeriodRule(int? ClosingDay, int WorkingDaysToSend)
{
    /// <summary>Calendar months, sent within five working days.</summary>
    public static PeriodRule CalendarMonths { get; } = new(null, 5);
}
