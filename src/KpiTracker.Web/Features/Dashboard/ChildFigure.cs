using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>One figure of a unit below another: what it is ranked and shaded by.</summary>
/// <param name="Measure">Held against <paramref name="Goal"/>: a percentage or a count; of a target of each ward, a ward's own count, or how many of an area's wards reach it.</param>
/// <param name="ReportedPercent">A ward's percentage without counts, which is shown and neither ranked nor added.</param>
internal sealed record ChildFigure(ChildProgress Child, IndicatorStanding? Standing, decimal? Measure, decimal? Goal, WardFigure? Source)
{
    public OrganisationUnit Unit => Child.Unit;

    public decimal? ReportedPercent => Source?.ReportedPercent;

    public ProgressStatus Status => Standing?.Status ?? ProgressStatus.NoData;

    /// <summary>The distance to the unit's own target, since targets differ; without a target the figure itself. <c>null</c>: no data.</summary>
    public decimal? Score => Measure - (Goal ?? 0);

    /// <summary>"còn thiếu 1.240 người": the gap in people, not only in points; empty where there is none to tell.</summary>
    public string StillNeeded => Standing is { HasTarget: true } standing ? PaceTexts.StillNeeded(standing.Progress, standing.Series, CultureInfo.CurrentUICulture) : "";

    /// <summary>The same as a number; <c>null</c> where there is none to tell.</summary>
    public decimal? PeopleNeeded => Standing is { HasTarget: true } standing ? RequiredPace.StillNeeded(standing.Progress, standing.Series) : null;

    /// <summary>It may still change: not every ward stands behind it, or not every report has been approved.</summary>
    public bool IsProvisional => Standing is { } standing && UnitProgress.IsProvisional(standing.Progress, Child.Wards);

    public static ChildFigure Of(ChildProgress child, string indicatorCode)
    {
        var standing = child.Find(indicatorCode);
        var source = child.Unit.IsWard ? child.Wards.SelectMany(w => w.Figures).FirstOrDefault(f => f.Key == indicatorCode).Value : null;
        var (measure, goal) = standing is null ? default : OnScale(standing.Progress);
        return new ChildFigure(child, standing, measure, goal, source);
    }

    /// <summary>The same against all wards of which the target asks, also those of which nothing is known: a bar that is full says that all is done.</summary>
    public static (decimal? Measure, decimal? Goal) OnBar(IndicatorProgress progress) => OnScale(progress) switch
    {
        (var measure, { } goal) when progress is { IsOfEachWard: true, Unit.IsWard: false } => (measure, goal + progress.WardsWithout),
        var drawn => drawn,
    };

    /// <summary>What a figure is ranked and shaded by. Under a target of each ward that is a ward's own count, and above wards how many reach it: of how many, nobody knows before the first figure.</summary>
    public static (decimal? Measure, decimal? Goal) OnScale(IndicatorProgress progress) => progress switch
    {
        { IsOfEachWard: true, Unit.IsWard: true, Target.Target: var target } => (progress.Value?.Measure, target.Value),
        { IsOfEachWard: true, Goal: 0 } => (progress.Measure, null),
        _ => (progress.Measure, progress.Goal),
    };
}
