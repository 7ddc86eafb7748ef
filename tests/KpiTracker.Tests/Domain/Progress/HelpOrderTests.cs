using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class HelpOrderTests
{
    private static readonly IndicatorProgress
        Missed = LeadTextsTests.Figure(status: ProgressStatus.Missed, measure: 80),
        Behind = LeadTextsTests.Figure(measure: 60, expected: 70),
        FarBehind = LeadTextsTests.Figure(measure: 30, expected: 70),
        AtRisk = LeadTextsTests.Figure(status: ProgressStatus.AtRisk, measure: 68, expected: 70),
        OnTrack = LeadTextsTests.Figure(status: ProgressStatus.OnTrack),
        Silent = LeadTextsTests.Figure(status: ProgressStatus.NoData),
        Followed = LeadTextsTests.Figure(status: ProgressStatus.NoTarget);

    [Test]
    public void Who_is_behind_on_more_comes_first_then_who_is_at_risk_then_who_is_farther_behind_and_the_silent_last()
    {
        Dictionary<string, IndicatorProgress[]> units = new()
        {
            ["silent"] = [Silent, Silent],
            ["only followed"] = [Followed],
            ["well"] = [OnTrack, OnTrack],
            ["at risk"] = [AtRisk, OnTrack],
            ["behind"] = [Behind, OnTrack, Silent],
            ["also well"] = [OnTrack],
            ["behind on one of many"] = [Behind, OnTrack, OnTrack, OnTrack],
            ["far behind"] = [FarBehind, OnTrack],
            ["behind and at risk"] = [Behind, AtRisk],
            ["behind and missed"] = [Behind, Missed],
        };

        Assert.That(
            HelpOrder.Of(units.Keys, name => units[name]),
            Is.EqualTo((string[])["behind and missed", "behind and at risk", "far behind", "behind", "behind on one of many", "at risk", "well", "also well", "silent", "only followed"]));
    }

    // All of both are behind: of two, by 57,1 % and 57,1 % of what is due; of four, by 57,1 % once and 14,3 % three times.
    [Test]
    public void Having_more_targets_puts_nobody_first()
    {
        Dictionary<string, IndicatorProgress[]> units = new()
        {
            ["four targets, far behind on one"] = [FarBehind, Behind, Behind, Behind],
            ["two targets, far behind on both"] = [FarBehind, FarBehind],
            ["two targets, far behind on one"] = [FarBehind, Behind],
        };

        Assert.That(
            HelpOrder.Of(units.Keys, name => units[name]),
            Is.EqualTo((string[])["two targets, far behind on both", "two targets, far behind on one", "four targets, far behind on one"]));
    }

    [Test]
    public void Who_has_no_figure_under_a_target_has_no_place() =>
        Assert.That(new[] { new[] { Silent, Followed }, [Silent, OnTrack], [] }.Select(HelpOrder.HasPlace), Is.EqualTo((bool[])[false, true, false]));
}
