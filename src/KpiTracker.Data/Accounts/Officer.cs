using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Data.Accounts;

/// <summary>The one who acts: every use case takes an officer and judges the rights from it alone.</summary>
/// <param name="Unit">The unit whose reports the officer sees; for an administrator it bounds nothing.</param>
public sealed record Officer(string AccountId, string Name, AccountRole Role, UnitKey Unit)
{
    /// <summary>The unit itself, the one it continues or is continued by, and everything below; an administrator sees all.</summary>
    public bool MaySee(OrganisationTree units, UnitKey unit) =>
        Role == AccountRole.Administrator || units.IsWithin(unit, Unit);

    /// <summary>Whether the officer may send a report for a unit: a leader never, a ward officer only for the own ward.</summary>
    public bool MaySend(OrganisationTree units, UnitKey unit) => Role switch
    {
        AccountRole.Administrator => true,
        AccountRole.DistrictOfficer => units.IsWithin(unit, Unit),
        AccountRole.WardOfficer => unit == Unit,
        _ => false,
    };

    /// <summary>Whether the officer may give a report back: those above the ward who are responsible for it.</summary>
    public bool MayReturn(OrganisationTree units, UnitKey ward) =>
        Role is AccountRole.Administrator || (Role is AccountRole.DistrictOfficer && units.IsWithin(ward, Unit));
}
