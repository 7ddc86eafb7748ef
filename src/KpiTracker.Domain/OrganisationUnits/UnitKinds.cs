namespace KpiTracker.Domain.OrganisationUnits;

/// <summary>The words the register uses for a unit's kind.</summary>
public static class UnitKinds
{
    public const string City = "city";
    public const string Province = "province";

    /// <summary>An area (khu vực): today's wards grouped as the district was whose territory they are on.</summary>
    public const string Area = "khu_vuc";

    /// <summary>The kinds of units that report.</summary>
    public static IReadOnlySet<string> Wards { get; } = new HashSet<string> { "phuong", "xa", "thi_tran", "dac_khu" };

    public static bool IsWard(string kind) => Wards.Contains(kind);
}
