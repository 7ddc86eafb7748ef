using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Data.Accounts;

/// <summary>The one who acts: every use case takes an officer and judges the rights from it alone.</summary>
/// <param name="Units">The units whose reports the officer sees, at least one, the home unit first; for an administrator they bound nothing.</param>
public sealed record Officer(string AccountId, string Name, AccountRole Role, IReadOnlyList<UnitKey> Units)
{
    public Officer(string accountId, string name, AccountRole role, UnitKey unit)
        : this(accountId, name, role, [unit])
    {
    }

    /// <summary>Whether the role asks for a second factor that the account has not: nothing but setting one up is allowed.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>The unit whose pages come first.</summary>
    public UnitKey Unit => Units[0];

    /// <summary>Each unit itself, the one it continues or is continued by, and everything below; an administrator sees all.</summary>
    public bool MaySee(OrganisationTree units, UnitKey unit) =>
        Role == AccountRole.Administrator || IsWithin(units, unit);

    /// <summary>Whether the officer may send a report for a unit: a leader never, a ward officer only for the own wards.</summary>
    public bool MaySend(OrganisationTree units, UnitKey unit) => Role switch
    {
        AccountRole.Administrator => true,
        AccountRole.DistrictOfficer => IsWithin(units, unit),
        AccountRole.WardOfficer => Units.Contains(unit),
        _ => false,
    };

    /// <summary>Whether the officer may judge a ward's report (approve it, give it back, re-open it, give more time): those above the ward who are responsible for it.</summary>
    public bool MayReturn(OrganisationTree units, UnitKey ward) =>
        Role is AccountRole.Administrator || (Role is AccountRole.DistrictOfficer && IsWithin(units, ward));

    private bool IsWithin(OrganisationTree units, UnitKey unit) => Units.Any(own => units.IsWithin(unit, own));
}
