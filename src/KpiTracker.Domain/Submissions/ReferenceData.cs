using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Submissions;

/// <summary>What a report is held against.</summary>
/// <param name="Unit">The unit for which it is sent: a ward, or a district or area for a consolidated workbook.</param>
/// <param name="Previous">What was last accepted for the wards of <paramref name="Unit"/> in earlier months, newest first; empty when nothing was.</param>
public sealed record ReferenceData(
    OrganisationTree Units,
    IReadOnlyList<Indicator> Indicators,
    OrganisationUnit Unit,
    ReportingPeriod Period,
    IReadOnlyList<Observation> Previous)
{
    /// <summary>What is on record for the same month, which the report would replace; empty when nothing is, or it was returned.</summary>
    public IReadOnlyList<Observation> OnRecord { get; init; } = [];

    /// <summary>What the neighbouring wards (those of the same area or district) reported for this month and earlier ones; empty when that is not known.</summary>
    public IReadOnlyList<Observation> Peers { get; init; } = [];

    /// <summary>The wards whose report for this month was approved, so that nothing else is taken in; empty when that is not known.</summary>
    public IReadOnlyDictionary<UnitKey, MonthLock> Locks { get; init; } = new Dictionary<UnitKey, MonthLock>();

    private ILookup<(UnitKey Unit, string IndicatorCode), Observation>? _earlier;
    private ILookup<UnitKey, Observation>? _earlierByUnit;
    private ILookup<UnitKey, Observation>? _onRecord;

    public Indicator Indicator(string code) => Indicators.First(i => i.Code == code);

    /// <summary>What was accepted of one indicator of one unit in earlier months, newest first; none for an unknown unit.</summary>
    public IEnumerable<Observation> Earlier(UnitKey? unit, string indicatorCode)
    {
        _earlier ??= Previous.ToLookup(o => (o.Unit, o.IndicatorCode));
        return unit is { } known ? _earlier[(known, indicatorCode)] : [];
    }

    /// <summary>All that a ward reported in the last month before this one in which it reported anything; none for a ward without a past.</summary>
    public IReadOnlyList<Observation> LastReport(UnitKey ward)
    {
        _earlierByUnit ??= Previous.ToLookup(o => o.Unit);
        var earlier = _earlierByUnit[ward];
        var last = earlier.FirstOrDefault()?.Period;
        return [.. earlier.TakeWhile(o => o.Period == last)];
    }

    /// <summary>What a ward's report on record says for this month.</summary>
    public IEnumerable<Observation> OnRecordOf(UnitKey ward)
    {
        _onRecord ??= OnRecord.ToLookup(o => o.Unit);
        return _onRecord[ward];
    }
}
