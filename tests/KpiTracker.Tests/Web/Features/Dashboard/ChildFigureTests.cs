using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>"At least one in each ward" of a district of eight wards: two of them reach it, of the others nothing is known.</summary>
public sealed class ChildFigureTests
{
    private static readonly IndicatorProgress Two = ProgressReckoning.For(
        ASeries.District,
        ASeries.May2025,
        ASeries.Of(ASeries.Ambassadors, 9),
        ASeries.Choice(ASeries.Target(1, null, indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard)),
        [ASeries.ValueOf(ASeries.Ambassadors, 4), ASeries.ValueOf(ASeries.Ambassadors, 5)]);

    [Test]
    public void A_bar_is_full_only_when_every_ward_is_known_to_reach_the_target() => Assert.Multiple(() =>
    {
        Assert.That(ChildFigure.OnBar(Two), Is.EqualTo(((decimal?)2, (decimal?)8)));
        Assert.That(ChildFigure.OnScale(Two), Is.EqualTo(((decimal?)2, (decimal?)2)), "nobody is short of it for being silent");
    });
}
