using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class TargetPathTests
{
    private static readonly PathKnot Baseline = new(ASeries.May2025, 60);

    [TestCase("2025-04", null)]
    [TestCase("2025-05", 60.0)]
    [TestCase("2025-06", 62.0)]
    [TestCase("2026-12", 98.0)]
    [TestCase("2027-06", 98.0, Description = "after the deadline it stays")]
    public void The_path_is_straight_in_months_from_baseline_to_deadline(string month, double? expected)
    {
        var path = TargetPath.From(Baseline, ASeries.Choice(ASeries.Target(98)).Steps)!;

        Assert.That(path.At(ReportingPeriod.Parse(month)), Is.EqualTo((decimal?)expected));
    }

    [TestCase("2025-11", 78.0)]
    [TestCase("2026-05", 96.0)]
    [TestCase("2025-08", 69.0)]
    public void Two_milestones_bend_it_once(string month, double expected)
    {
        var path = TargetPath.From(Baseline, ASeries.Choice(ASeries.Target(78, "2025-11-30"), ASeries.Target(96, "2026-05-31")).Steps)!;

        Assert.That(path.At(ReportingPeriod.Parse(month)), Is.EqualTo((decimal)expected));
    }

    [Test]
    public void Without_a_deadline_there_is_no_path() =>
        Assert.That(TargetPath.From(Baseline, ASeries.Choice(ASeries.Target(80, null)).Steps), Is.Null);

    [Test]
    public void A_baseline_after_the_deadline_has_no_path() =>
        Assert.That(TargetPath.From(Baseline, ASeries.Choice(ASeries.Target(80, "2025-04-30")).Steps), Is.Null);
}
