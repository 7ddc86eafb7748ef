using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>What is chosen on a unit's page beside unit and month. It stands in the address; what an address names and nobody knows is as if not chosen.</summary>
/// <param name="Indicator">The code of the indicator that units are ranked by; <c>null</c> leaves the choice to the page.</param>
/// <param name="Sort">Of the table of all units: an indicator's code, the same after a minus, or <see cref="ByUnit"/>; <c>null</c> is by who needs help.</param>
/// <param name="Group">Only indicators of this group (<see cref="IndicatorGroup"/>).</param>
/// <param name="Status">Only indicators and units with this status, as <see cref="StatusCode"/> writes it.</param>
public sealed record DashboardView(string? Indicator = null, string? Sort = null, string? Group = null, string? Status = null)
{
    public const string ByUnit = "unit";

    public ProgressStatus? OnlyStatus => Enum.GetValues<ProgressStatus>().Cast<ProgressStatus?>().FirstOrDefault(s => StatusCode(s!.Value) == Status);

    public static string StatusCode(ProgressStatus status) => Charts.StatusLook.Css(status);

    /// <summary>Whether an indicator or a unit of this status is listed.</summary>
    public bool Lists(ProgressStatus status) => OnlyStatus is not { } only || status == only;

    /// <summary>The unit with the indicators of the group alone; what is said of the unit as a whole does not come from this.</summary>
    public UnitProgress InGroup(UnitProgress progress) => IndicatorGroup.Find(progress, Group) is { } group
        ? progress with { Indicators = [.. progress.Indicators.Where(i => group.Holds(i.Indicator))] }
        : progress;
}

/// <summary>Indicators of the same people: those whose percentages are of the same whole; and those that only count.</summary>
/// <param name="Code">Of its first indicator, or <see cref="Counts"/>.</param>
/// <param name="First">Names the group; <c>null</c> for the counts.</param>
internal sealed record IndicatorGroup(string Code, Indicator? First)
{
    public const string Counts = "COUNTS";

    public bool Holds(Indicator indicator) => First is null ? indicator.Kind == IndicatorKind.Count : indicator.Kind == IndicatorKind.Percentage && indicator.DenominatorVi == First.DenominatorVi;

    /// <summary>The groups of the unit's indicators, in the register's order; the counts last.</summary>
    public static IReadOnlyList<IndicatorGroup> Of(UnitProgress progress)
    {
        var indicators = progress.Indicators.Select(i => i.Indicator).ToList();
        var groups = indicators.Where(i => i.Kind == IndicatorKind.Percentage).DistinctBy(i => i.DenominatorVi).Select(i => new IndicatorGroup(i.Code, i));
        return [.. groups, .. indicators.Any(i => i.Kind == IndicatorKind.Count) ? [new IndicatorGroup(Counts, null)] : Array.Empty<IndicatorGroup>()];
    }

    public static IndicatorGroup? Find(UnitProgress progress, string? code) => Of(progress).FirstOrDefault(g => g.Code == code);
}
