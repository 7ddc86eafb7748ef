using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Who may send what for which month: asked again at every step, of the officer as the database has it.</summary>
internal static class SendingRights
{
    /// <param name="at">When it is sent.</param>
    /// <returns><c>null</c> when it may be sent.</returns>
    public static SubmissionRefusal? RefusalOf(RegisterSnapshot registers, UnitKey unit, ReportingPeriod period, Officer officer, DateTimeOffset at) =>
        registers.Units.Find(unit) is not { } found || !officer.MaySend(registers.Units, unit) ? SubmissionRefusal.NotYours
        : !found.IsValidIn(period) ? SubmissionRefusal.UnitNotInPeriod
        : registers.Calendar.OpensOn(period) > at.InVietnam().Day() ? SubmissionRefusal.PeriodNotBegun
        : null;
}

/// <summary>Moments as the field's clocks show them.</summary>
internal static class VietnamMoments
{
    public static DateTimeOffset InVietnam(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, VietnamTime.Zone);

    public static DateOnly Day(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);
}
