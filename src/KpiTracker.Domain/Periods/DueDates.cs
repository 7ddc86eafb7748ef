using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Periods;

/// <summary>More time for the reports of one month.</summary>
/// <param name="Unit">A ward, or a unit above wards: then it is for all of them.</param>
/// <param name="DueOn">The last day on which the report is on time.</param>
/// <param name="Reason">In the words of whoever gave it.</param>
public sealed record DueExtension(UnitKey Unit, ReportingPeriod Period, DateOnly DueOn, string Reason);

/// <summary>By when a unit's report of a month is on time.</summary>
/// <param name="On">The last day, with the extension where there is one.</param>
/// <param name="Extension">Why it is later than the calendar says; <c>null</c> when it is not.</param>
public readonly record struct DueDate(DateOnly On, DueExtension? Extension);

/// <summary>The calendar's due dates with the extensions given: lateness is judged by these alone.</summary>
/// <param name="extensions">
/// The later ones last. Of one unit and month the last holds, so that it can be corrected, or taken back by the calendar's own due date; of a ward and
/// the units above it the one that gives most time.
/// </param>
public sealed class DueDates(ReportingCalendar calendar, OrganisationTree units, IEnumerable<DueExtension> extensions)
{
    private readonly ILookup<ReportingPeriod, DueExtension> _byPeriod = extensions
        .GroupBy(e => (e.Unit, e.Period))
        .Select(given => given.Last())
        .Where(e => e.DueOn > calendar.DueOn(e.Period))
        .ToLookup(e => e.Period);

    /// <param name="unit">A ward; of a unit above wards, what holds for all of them.</param>
    public DueDate Of(UnitKey unit, ReportingPeriod period)
    {
        var extension = _byPeriod[period].Where(e => units.IsWithin(unit, e.Unit)).MaxBy(e => e.DueOn);
        return new DueDate(extension?.DueOn ?? calendar.DueOn(period), extension);
    }

    /// <summary>A report sent on the due date itself is on time.</summary>
    public bool IsLate(UnitKey ward, ReportingPeriod period, DateOnly sentOn) => sentOn > Of(ward, period).On;

    /// <summary>The extensions in force in a month, those of the same unit by its last one.</summary>
    public IEnumerable<DueExtension> In(ReportingPeriod period) => _byPeriod[period];
}
