using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>
/// Two months over the wards that have a figure in both. Where the children are wards, their series say it; an area's say it too while all its wards
/// stand behind both months, and only the other areas' wards have to be asked.
/// </summary>
internal sealed class FigurePairs(RegisterSnapshot registers, OrganisationUnit unit, ReportingPeriod period, IReadOnlyCollection<ReportingPeriod> before)
{
    private readonly OrganisationTree _tree = registers.Units;

    /// <summary>The areas of which sums alone do not say which wards have both figures.</summary>
    public List<OrganisationUnit> Open(IReadOnlyList<UnitSums> sums)
    {
        var byUnit = sums.ToLookup(s => s.UnitId);
        return [.. _tree.ChildrenOf(unit.Key, period).Where(child => !child.IsWard && !IsWhole(child, byUnit[registers.IdOf(child.Key)]))];
    }

    /// <summary>The pairs that the sums themselves hold.</summary>
    public IEnumerable<FigurePair> OfOthers(IReadOnlyList<UnitSums> sums, IReadOnlyList<OrganisationUnit> open)
    {
        var left = open.Select(u => registers.IdOf(u.Key)).ToHashSet();
        var areas = _tree.ChildrenOf(unit.Key, period).Where(c => !c.IsWard).Select(c => registers.IdOf(c.Key)).ToHashSet();
        // A single ward is whole by itself: only its sum with the others is asked for.
        var bearer = areas.Count > 0 ? (int?)null : registers.IdOf(unit.Key);
        Dictionary<(int Unit, string Indicator, ReportingPeriod Before), FigurePair> pairs = [];
        foreach (var series in sums.Where(s => !left.Contains(s.UnitId) && (areas.Count == 0 || areas.Contains(s.UnitId))))
        {
            if (Of(series.Months, period) is not { } now)
            {
                continue;
            }

            foreach (var then in series.Months.Where(m => before.Contains(m.Period)))
            {
                var key = (bearer ?? series.UnitId, series.IndicatorCode, then.Period);
                var pair = pairs.GetValueOrDefault(key);
                pairs[key] = new FigurePair(
                    key.Item1,
                    then.Period,
                    series.IndicatorCode,
                    pair.ThenNumerator + then.Numerator,
                    pair.ThenDenominator + then.Denominator,
                    pair.NowNumerator + now.Numerator,
                    pair.NowDenominator + now.Denominator,
                    pair.Wards + now.Wards);
            }
        }

        return pairs.Values;
    }

    /// <summary>In the months that matter it had the same wards, and all or none of them have each figure.</summary>
    private bool IsWhole(OrganisationUnit area, IEnumerable<UnitSums> sums)
    {
        var wards = _tree.WardsOf(area.Key, period);
        return before.All(month => _tree.WardsOf(area.Key, month).SequenceEqual(wards))
            && sums.SelectMany(s => s.Months).All(m => m.Wards == wards.Count || (m.Period != period && !before.Contains(m.Period)));
    }

    private static MonthSum? Of(IReadOnlyList<MonthSum> months, ReportingPeriod month)
    {
        // Months come in the order they were first reported in: the latest are at the end.
        for (var i = months.Count - 1; i >= 0; i--)
        {
            if (months[i].Period == month)
            {
                return months[i];
            }
        }

        return null;
    }
}
