using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.OrganisationUnits;

/// <summary>A province, district, area or ward, as it is between two days.</summary>
/// <param name="Key">Code and first day of validity.</param>
/// <param name="Name">Without its kind: <c>Tây Hồ</c>.</param>
/// <param name="NameWithKind">As written in documents: <c>Phường Tây Hồ</c>.</param>
/// <param name="Kind">The register's word (<see cref="UnitKinds"/>): levels are data.</param>
/// <param name="Parent">The unit above it while it is valid; <c>null</c> at the top.</param>
/// <param name="ValidTo">Last day of validity, inclusive; <c>null</c> is "still".</param>
public sealed record OrganisationUnit(UnitKey Key, string Name, string NameWithKind, string Kind, UnitKey? Parent, DateOnly? ValidTo)
{
    public string Code => Key.Code;

    /// <summary>Wards report; everything above them is added up.</summary>
    public bool IsWard => UnitKinds.IsWard(Kind);

    /// <summary>A unit belongs to a month when it is valid on the month's last day.</summary>
    public bool IsValidIn(ReportingPeriod period) =>
        Key.ValidFrom <= period.LastDay && (ValidTo is null || ValidTo >= period.LastDay);
}
