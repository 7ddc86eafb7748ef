using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Charts;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>The units directly below, ranked by one indicator, and apart from them those that have no figure.</summary>
internal sealed record ChildRanking(IReadOnlyList<Ranked<ChildFigure>> Ranked, IReadOnlyList<ChildFigure> Silent, decimal Max)
{
    /// <summary>Those that the leader has to look at: behind, at risk or missed.</summary>
    public int Lagging => Ranked.Count(r => r.Item.Status.IsLagging);

    /// <summary>Those below a target without a deadline: nothing says that they are late, nor that all is well.</summary>
    public int Below => Ranked.Count(r => r.Item.Status == ProgressStatus.Undated);

    /// <summary>Those with a rank in the order in which they are listed: the page's order of help, or by this indicator alone, the farthest from the target first.</summary>
    public IReadOnlyList<Ranked<ChildFigure>> Listed(UnitProgress progress, bool byIndicator)
    {
        var places = Ranked.ToDictionary(place => place.Item.Unit.Key);
        return byIndicator
            ? [.. Ranked.Reverse()]
            : [.. HeatRows.Sorted(progress, null).Where(child => places.ContainsKey(child.Unit.Key)).Select(child => places[child.Unit.Key])];
    }

    public static ChildRanking Of(UnitProgress progress, Indicator indicator)
    {
        var figures = progress.Children.Select(child => ChildFigure.Of(child, indicator.Code)).ToList();
        var places = Ranking.Of(figures, f => f.Score);
        var drawn = figures.SelectMany(f => (decimal?[])[f.Measure, f.Goal]);
        return new ChildRanking(
            [.. places.Where(p => p.Rank is not null)],
            [.. places.Where(p => p.Rank is null).Select(p => p.Item)],
            indicator.Kind == IndicatorKind.Percentage ? LinearScale.PercentMax(drawn) : LinearScale.CountMax(drawn));
    }

    /// <summary>The indicator to rank by: the one asked for, else the first with a target and figures below, else the first with figures.</summary>
    /// <returns><c>null</c> when nothing below the unit has a figure.</returns>
    public static Indicator? Choose(UnitProgress progress, string? asked)
    {
        var measured = progress.Indicators.Where(i => progress.Children.Any(c => c.Find(i.Indicator.Code)?.Progress.Value is not null)).ToList();
        return (progress.Indicators.FirstOrDefault(i => i.Indicator.Code == asked)
            ?? measured.FirstOrDefault(i => i.HasTarget)
            ?? measured.FirstOrDefault())?.Indicator;
    }
}
