using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>The rows of the table of all units and indicators, in the order that the address asks for.</summary>
internal static class HeatRows
{
    /// <param name="sort">
    /// An indicator's code, the highest first; with a minus before it, the lowest first; <see cref="DashboardView.ByUnit"/>; anything else is by who
    /// needs help (<see cref="HelpOrder"/>) on the indicators listed. What has no figure is last, except by unit.
    /// </param>
    public static IReadOnlyList<ChildProgress> Sorted(UnitProgress progress, string? sort)
    {
        if (sort == DashboardView.ByUnit)
        {
            return progress.Children;
        }

        var isAscending = sort is ['-', ..];
        var code = isAscending ? sort![1..] : sort;
        if (code is null || progress.Find(code) is null)
        {
            return HelpOrder.Of(progress.Children, child => Standings(progress, child));
        }

        var figures = progress.Children.Select(c => ChildFigure.Of(c, code)).OrderBy(f => f.Measure is null);
        return [.. (isAscending ? figures.ThenBy(f => f.Measure) : figures.ThenByDescending(f => f.Measure)).Select(f => f.Child)];
    }

    /// <summary>Each unit's place in the order of help, from 1; who has no figure under a target has none.</summary>
    public static IReadOnlyDictionary<UnitKey, int> Places(UnitProgress progress) =>
        Sorted(progress, null).Where(child => HelpOrder.HasPlace(Standings(progress, child))).Select((child, i) => (child.Unit.Key, i + 1)).ToDictionary();

    /// <summary>The unit itself as a row of its own table.</summary>
    public static ChildProgress Own(UnitProgress progress) => new(progress.Unit, progress.Indicators.ToDictionary(i => i.Indicator.Code), progress.Wards);

    private static IEnumerable<IndicatorProgress> Standings(UnitProgress progress, ChildProgress child) => progress.Indicators.Select(i => child.Find(i.Indicator.Code)?.Progress).OfType<IndicatorProgress>();

    /// <summary>What a click on a column's head asks for: the lowest first, as in every ranking here, then the highest, then back.</summary>
    public static string? Next(string? sort, string code) => sort == "-" + code ? code : sort == code ? null : "-" + code;
}
