using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Reminders;

/// <summary>Which wards of a unit still owe the report of a month.</summary>
/// <param name="DueOn">For the unit as a whole; a ward may have been given more time.</param>
/// <param name="Today">In Việt Nam.</param>
/// <param name="Expected">Wards that make up the unit.</param>
/// <param name="Reported">Those whose report is in and counts.</param>
/// <param name="Owing">In code order.</param>
public sealed record ReminderList(
    OrganisationUnit Unit,
    ReportingPeriod Period,
    DateOnly DueOn,
    DateOnly Today,
    int Expected,
    int Reported,
    IReadOnlyList<OwingWard> Owing)
{
    /// <summary>Days from today to the unit's due date; 0 on the last day, negative afterwards.</summary>
    public int DaysLeft => DueOn.DayNumber - Today.DayNumber;

    /// <summary>The same for one ward.</summary>
    public int DaysLeftFor(OwingWard ward) => ward.Due.On.DayNumber - Today.DayNumber;
}

/// <summary>A ward without a report that counts.</summary>
/// <param name="Due">Its own last day, with the reason where it was given more time.</param>
/// <param name="ReturnReason"><c>null</c> when nothing was sent; else why its report was given back.</param>
/// <param name="Officers">Those who can send for it.</param>
/// <param name="LastMail">The latest mail about this month; <c>null</c> when there was none.</param>
public sealed record OwingWard(
    OrganisationUnit Ward,
    DueDate Due,
    string? ReturnReason,
    IReadOnlyList<ReminderContact> Officers,
    ReminderMail? LastMail);

/// <param name="Email"><c>null</c> when none is known.</param>
public sealed record ReminderContact(string Name, string? Email);

/// <param name="SentAt"><c>null</c> while it waits or when it was given up.</param>
/// <param name="Problem">Why the last attempt failed; <c>null</c> when none did.</param>
public sealed record ReminderMail(DateTimeOffset WrittenAt, DateTimeOffset? SentAt, bool IsWaiting, string? Problem);

/// <summary>What an address of the reminders leads to.</summary>
internal abstract record ReminderAnswer
{
    private ReminderAnswer()
    {
    }

    public sealed record Found(ReminderList List, ReportingPeriod Latest) : ReminderAnswer;

    public sealed record Unknown : ReminderAnswer;

    /// <summary>Another unit's, or not an officer who chases reports.</summary>
    public sealed record NotYours : ReminderAnswer;
}
