using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Web.Features.Compare;

/// <summary>How the question for a comparison ends.</summary>
internal abstract record CompareAnswer
{
    private CompareAnswer()
    {
    }

    /// <summary>Two sides or more.</summary>
    public sealed record Found(Comparison Comparison) : CompareAnswer;

    /// <summary>Fewer than two sides are named: there is nothing to compare yet.</summary>
    public sealed record TooFew : CompareAnswer;

    /// <summary>Nothing is shown of any side while one of them may not be seen or does not exist; by the codes as they were written.</summary>
    public sealed record Refused(IReadOnlyList<string> NotYours, IReadOnlyList<string> Unknown) : CompareAnswer;
}

/// <summary>What stands side by side.</summary>
/// <param name="IsOfMonths">The sides are two months of one unit, the earlier one first; otherwise they are units in one month.</param>
public sealed record Comparison(IReadOnlyList<UnitProgress> Sides, bool IsOfMonths)
{
    public ReportingPeriod Period => Sides[^1].Period;

    /// <summary>The indicators that any side has a figure or a target for, in the register's order, which every side keeps.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } =
        [.. Sides.SelectMany(s => s.Indicators.Select((indicator, place) => (indicator.Indicator, Place: place))).DistinctBy(i => i.Indicator.Code).OrderBy(i => i.Indicator.Kind).ThenBy(i => i.Place).Select(i => i.Indicator)];

    /// <summary>How far the later month is from the earlier one, over the same wards; <c>null</c> between units, and where the two cannot be compared.</summary>
    public MonthComparison? Change(Indicator indicator) => IsOfMonths ? Later(indicator)?.Compare(Sides[0].Period, Period) : null;

    /// <summary>Why there is no <see cref="Change"/> between two months; <c>null</c> where there is one.</summary>
    public Incomparable? WhyNot(Indicator indicator) => IsOfMonths ? Later(indicator)?.WhyIncomparable(Sides[0].Period, Period) : null;

    private ProgressSeries? Later(Indicator indicator) => Sides[^1].Find(indicator.Code)?.Series;
}
