using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Charts;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>
/// The units directly below, ranked by one indicator: by the distance to the own target, or where none has one by the figure; apart from them those
/// without a target beside others that have one, and those that have no figure.
/// </summary>
/// <param name="Untargeted">The lowest figure first; they have nothing that the others' distances could be held against.</param>
internal sealed record ChildRanking(IReadOnlyList<Ranked<ChildFigure>> Ranked, IReadOnlyList<ChildFigure> Untargeted, IReadOnlyList<ChildFigure> Silent, decimal Max)
{
    /// <summary>Those that the leader has to look at: behind, at risk or missed.</summary>
    public int Lagging => Ranked.Count(r => r.Item.Status.IsLagging);

    /// <summary>Those below a target without a deadline: nothing says that they are late, nor that all is well.</summary>
    public int Below => Ranked.Count(r => r.Item.Status == ProgressStatus.Undated);

    /// <summary>
    /// Those with a figure in the order in which they are listed: the page's order of help, or by this indicator alone, the farthest from the target
    /// first and after all who has none.
    /// </summary>
    public IReadOnlyList<Ranked<ChildFigure>> Listed(UnitProgress progress, bool byIndicator)
    {
        var apart = Untargeted.Select(figure => new Ranked<ChildFigure>(figure, null));
        if (byIndicator)
        {
            return [.. Ranked.Reverse(), .. apart];
        }

        var places = Ranked.Concat(apart).ToDictionary(place => place.Item.Unit.Key);
        return [.. HeatRows.Sorted(progress, null).Where(child => places.ContainsKey(child.Unit.Key)).Select(child => places[child.Unit.Key])];
    }

    /// <summary>Who needs help first by this indicator alone, from 1: the ranks from the other end; ties share a place.</summary>
    public IReadOnlyDictionary<UnitKey, int> PlacesFromLast() =>
        Ranking.Of(Ranked.Select(r => r.Item), f => -f.Score).ToDictionary(place => place.Item.Unit.Key, place => place.Rank!.Value);

    public static ChildRanking Of(UnitProgress progress, Indicator indicator)
    {
        var figures = progress.Children.Select(child => ChildFigure.Of(child, indicator.Code)).ToList();
        var hasTargets = figures.Any(f => f.Goal is not null && f.Measure is not null);
        var untargeted = figures.Where(f => hasTargets && f.Goal is null && f.Measure is not null).OrderBy(f => f.Measure).ToList();
        var places = Ranking.Of(figures.Except(untargeted), f => f.Score);
        var drawn = figures.SelectMany(f => (decimal?[])[f.Measure, f.Goal]);
        return new ChildRanking(
            [.. places.Where(p => p.Rank is not null)],
            untargeted,
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
