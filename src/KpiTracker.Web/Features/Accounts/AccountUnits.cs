using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>The units that an account can belong to.</summary>
internal static class AccountUnits
{
    /// <summary>The administrator's own unit and all below it, as they are today.</summary>
    public static IReadOnlyList<OrganisationUnit> Of(OrganisationTree units, UnitKey scope, ReportingPeriod today) =>
        [.. units.Units.Where(u => u.IsValidIn(today) && units.IsWithin(u.Key, scope)).OrderBy(u => u.Code, StringComparer.Ordinal)];

    /// <summary>Codes before names: <c>00103 Phường Tây Hồ; KV003 Khu vực Tây Hồ</c>.</summary>
    public static string Listed(IReadOnlyList<OrganisationUnit> units) => string.Join("; ", units.Select(u => $"{u.Code} {u.NameWithKind}"));

    /// <returns><c>null</c> when no unit is meant, or more than one is.</returns>
    public static OrganisationUnit? Find(IReadOnlyList<OrganisationUnit> units, string? written) => Meant(units, written) is [var unit] ? unit : null;

    /// <summary>
    /// The units that may be meant by a code, alone or before a name; else by a name with its kind (<c>Khu vực Tây Hồ</c>); else by a name alone.
    /// Case and marks do not matter, unless the name as it is written fits one unit alone.
    /// </summary>
    /// <returns>Each unit once; empty when none is meant.</returns>
    public static IReadOnlyList<OrganisationUnit> Meant(IReadOnlyList<OrganisationUnit> units, string? written)
    {
        if (written?.Trim() is not { Length: > 0 } text)
        {
            return [];
        }

        var code = text.Split(' ', 2)[0];
        return units.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.OrdinalIgnoreCase)) is { } coded ? [coded]
            : Called(u => u.NameWithKind) is { Count: > 0 } full ? full
            : Called(u => u.Name);

        IReadOnlyList<OrganisationUnit> Called(Func<OrganisationUnit, string> name)
        {
            var alike = units.Where(u => Fold.Words(name(u)) == Fold.Words(text)).DistinctBy(u => u.Key).ToList();
            var exact = alike.Where(u => Fold.Marked(name(u)) == Fold.Marked(text)).ToList();
            return exact.Count > 0 ? exact : alike;
        }
    }
}
