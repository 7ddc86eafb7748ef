using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Who bore a unit's series in each of some months, of how many wards, and where its wards became others.</summary>
/// <param name="Months">One for each month asked for, in their order.</param>
/// <param name="Changes">In time order; those up to the first month asked for are left out.</param>
public sealed record UnitCourse(IReadOnlyList<(UnitKey? Bearer, int Wards)> Months, IReadOnlyList<TerritoryChange> Changes)
{
    /// <param name="months">In time order, not empty.</param>
    public static UnitCourse Of(OrganisationTree tree, UnitKey unit, IReadOnlyList<ReportingPeriod> months)
    {
        var spans = tree.SpansOf(unit);
        return new UnitCourse(
            [.. months.Select(month => spans.Last(s => s.From <= month)).Select(span => (span.Bearer, span.Wards.Count))],
            [
                .. from pair in spans.Zip(spans.Skip(1))
                   where pair.Second.From > months[0] && pair.Second.From <= months[^1] && pair.First.Wards.Count > 0 && !pair.First.Wards.SetEquals(pair.Second.Wards)
                   select new TerritoryChange(pair.Second.From, tree.IsCarried(pair.First.Wards, pair.Second.Wards, pair.Second.From), !pair.Second.Wards.Overlaps(pair.First.Wards)),
            ]);
    }
}
