using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>One month of a series.</summary>
/// <param name="Value"><c>null</c> is a gap, drawn as a gap.</param>
/// <param name="Unit">Which unit bore the series in that month: a district until June 2025, its area since.</param>
public sealed record SeriesPoint(ReportingPeriod Period, IndicatorValue? Value, Coverage Coverage, UnitKey? Unit)
{
    /// <summary>There is a figure, and not every ward stands behind it.</summary>
    public bool IsProvisional => Value is not null && !Coverage.IsComplete;
}

/// <summary>What every chart draws and every table beside it lists.</summary>
/// <param name="Points">In time order, one for every month, without holes.</param>
public sealed record ProgressSeries(Indicator Indicator, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The months from one to another, both included, as far as the series has them. Points may be made when first asked for: nothing else is.</summary>
    public IEnumerable<SeriesPoint> Between(ReportingPeriod first, ReportingPeriod last)
    {
        if (Points.Count == 0)
        {
            yield break;
        }

        var start = Points[0].Period;
        for (var place = Math.Max(0, start.MonthsUntil(first)); place <= Math.Min(Points.Count - 1, start.MonthsUntil(last)); place++)
        {
            yield return Points[place];
        }
    }

    /// <summary>The months after <paramref name="first"/>, up to <paramref name="last"/>, in which another unit took the series over (1 July 2025), to be marked on the chart.</summary>
    public IEnumerable<ReportingPeriod> ChangesBetween(ReportingPeriod first, ReportingPeriod last)
    {
        SeriesPoint? before = null;
        foreach (var point in Between(first, last))
        {
            if (before?.Unit is { } earlier && point.Unit is { } later && earlier != later)
            {
                yield return point.Period;
            }

            before = point;
        }
    }

    /// <summary>The months that have a value.</summary>
    public IReadOnlyDictionary<ReportingPeriod, IndicatorValue> ValuesByMonth => Points.Where(p => p.Value is not null).ToDictionary(p => p.Period, p => p.Value!);

    public SeriesPoint? At(ReportingPeriod period) =>
        Points is [{ Period: var first }, ..] && first.MonthsUntil(period) is >= 0 and var place && place < Points.Count ? Points[place] : null;

    /// <summary>The months looked at over the wards that have a figure in both, where not every ward has; without one, such months cannot be compared.</summary>
    public IReadOnlyList<MonthComparison> SameWards { get; init; } = [];

    /// <summary>The month whose pairs <see cref="SameWards"/> has all: where one is missing there, no ward has both figures. <c>null</c>: of a missing one nothing is known.</summary>
    public ReportingPeriod? AllPairsOf { get; init; }

    /// <summary>In time order; usually empty.</summary>
    public IReadOnlyList<TerritoryChange> TerritoryChanges { get; init; } = [];

    /// <summary>Two months over the same wards: all of them where every ward stands behind both, else those that have a figure in both.</summary>
    /// <returns><c>null</c> when either month has no value, too few wards stand behind both, or the unit's territory changed in between.</returns>
    public MonthComparison? Compare(ReportingPeriod before, ReportingPeriod month)
    {
        if (At(month) is not { Value: { } now } here || At(before) is not { Value: { } then } there || ChangeOfTerritory(before, month) is not null)
        {
            return null;
        }

        return here.Coverage.IsComplete && there.Coverage.IsComplete
            ? new MonthComparison(before, month, then, now, here.Coverage.Reported, here.Coverage.Expected)
            : SameWards.FirstOrDefault(s => s.Before == before && s.Month == month && MonthComparison.AreEnough(s.Wards, s.Expected));
    }

    /// <summary>Why <see cref="Compare"/> has nothing to say of two months.</summary>
    /// <returns><c>null</c> where they can be compared.</returns>
    public Incomparable? WhyIncomparable(ReportingPeriod before, ReportingPeriod month)
    {
        if (Compare(before, month) is not null)
        {
            return null;
        }

        return At(month)?.Value is null ? new Incomparable(IncomparableReason.NoFigure)
            : ChangeOfTerritory(before, month) is { } change ? new Incomparable(IncomparableReason.OtherTerritory, change.From)
            : At(before)?.Value is not null ? new Incomparable(IncomparableReason.TooFewWards)
            : Points.Any(p => p.Period < month && p.Value is not null) ? new Incomparable(IncomparableReason.NoFigureBefore)
            : new Incomparable(IncomparableReason.FirstFigure);
    }

    /// <summary>The first month up to <paramref name="month"/> of the territory that the unit has then, where it had another; figures before it are of other people.</summary>
    public ReportingPeriod? TerritorySince(ReportingPeriod month) =>
        TerritoryChanges.Where(c => c.From <= month && !c.IsCarried).Select(c => (ReportingPeriod?)c.From).LastOrDefault();

    /// <summary>What a target is held against: the month's own figure; of a flow, all months up to it together.</summary>
    /// <returns><c>null</c> when the month itself has no value.</returns>
    public decimal? MeasureAt(ReportingPeriod period) => TotalAt(period)?.Measure;

    /// <summary>The counts behind <see cref="MeasureAt"/>.</summary>
    /// <returns><c>null</c> when the month itself has no value.</returns>
    public IndicatorValue? TotalAt(ReportingPeriod period) => At(period)?.Value switch
    {
        { } value when Indicator.Accumulation == Accumulation.Flow => IndicatorValue.OverMonths(Indicator, Between(Points[0].Period, period).Select(p => p.Value)),
        var value => value,
    };

    /// <summary>
    /// The month's figure with the wards that are silent in it and had one the month before, by that one (<see cref="CarryForward"/> of one month): what
    /// the whole unit's figure would be if nothing had changed with them. Read off the sums: all of the month before, less those that have both.
    /// </summary>
    /// <returns><c>null</c> where every ward has a figure or none has, nothing can be carried, or it may not be: a flow, or other territory.</returns>
    public CarriedTotal? WithSilent(ReportingPeriod period)
    {
        var before = period.Previous;
        if (Indicator.Accumulation == Accumulation.Flow
            || At(period) is not { Value: { } now, Coverage: { IsComplete: false } coverage }
            || At(before) is not { Value: { } then } earlier
            || ChangeOfTerritory(before, period) is not null)
        {
            return null;
        }

        // Without a pair all of the month before are silent now, if all pairs are known and the wards are not simply other ones, their people carried over.
        var both = SameWards.FirstOrDefault(s => s.Before == before && s.Month == period);
        if (both is null && (AllPairsOf != period || TerritoryChanges.Any(c => c.From == period)))
        {
            return null;
        }

        var silent = earlier.Coverage.Reported - (both?.Wards ?? 0);
        var total = silent > 0
            ? IndicatorValue.Of(Indicator.Kind, now.Numerator + then.Numerator - (both?.Then.Numerator ?? 0), (now.Denominator ?? 0) + (then.Denominator ?? 0) - (both?.Then.Denominator ?? 0))
            : null;
        return total is null ? null : new CarriedTotal(total, coverage with { Carried = silent });
    }

    /// <summary>The last <paramref name="months"/> months up to <paramref name="last"/>.</summary>
    public ProgressSeries Window(ReportingPeriod last, int months) =>
        this with { Points = [.. Between(last.AddMonths(1 - months), last)] };

    private TerritoryChange? ChangeOfTerritory(ReportingPeriod before, ReportingPeriod month) =>
        TerritoryChanges.Where(c => !c.IsCarried && before < c.From && c.From <= month).Select(c => (TerritoryChange?)c).LastOrDefault();
}
