using System.Globalization;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Periods;

/// <summary>A rule as a person writes it into a form.</summary>
/// <param name="From">The month, <c>2026-11</c>.</param>
/// <param name="ClosingDay">Empty closes on the last day of the month.</param>
public sealed record AskedPeriodRule(string? From, string? ClosingDay, string? WorkingDays)
{
    public static AskedPeriodRule Of(PeriodRule rule) =>
        new(rule.From.ToString(), rule.ClosingDay?.ToString(CultureInfo.InvariantCulture), rule.WorkingDaysToSend.ToString(CultureInfo.InvariantCulture));

    /// <returns><c>null</c> when something is no number, or outside what <see cref="PeriodRule"/> allows.</returns>
    public PeriodRule? Read()
    {
        var closing = string.IsNullOrWhiteSpace(ClosingDay) ? 0 : Number(ClosingDay, PeriodRule.LatestClosingDay);
        return ReportingPeriod.TryParse(From, out var from) && closing is { } day && Number(WorkingDays, PeriodRule.MostWorkingDays) is { } days
            ? new PeriodRule(from, day == 0 ? null : day, days)
            : null;
    }

    private static int? Number(string? text, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
