using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions;

/// <summary>Names of units that cannot be taken for another's: where several units of the month bear the name, the unit above stands beside it.</summary>
internal sealed class DistinctNames(ReferenceData reference)
{
    private HashSet<string>? _repeated;

    /// <returns><c>Phường Bưởi</c>; <c>Xã Tân Lập (Huyện Đan Phượng)</c> where the name is borne more than once.</returns>
    public string Of(OrganisationUnit unit)
    {
        _repeated ??= [.. reference.Units.Units.Where(u => u.IsValidIn(reference.Period)).GroupBy(u => u.NameWithKind).Where(g => g.Count() > 1).Select(g => g.Key)];
        return _repeated.Contains(unit.NameWithKind) && unit.Parent is { } above && reference.Units.Find(above) is { } parent
            ? $"{unit.NameWithKind} ({parent.NameWithKind})"
            : unit.NameWithKind;
    }
}
