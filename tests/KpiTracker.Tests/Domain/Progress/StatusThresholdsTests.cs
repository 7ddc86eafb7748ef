using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class StatusThresholdsTests
{
    // The path asks for 64 in July 2025.
    [TestCase(1.00, 0.90, 60, ProgressStatus.AtRisk)]
    [TestCase(0.90, 0.80, 60, ProgressStatus.OnTrack)]
    [TestCase(1.00, 0.95, 60, ProgressStatus.Behind)]
    public void An_office_may_judge_by_other_shares_of_the_path(double onTrack, double atRisk, double july, ProgressStatus status)
    {
        var series = ASeries.Of(ASeries.Officials, 60, 61, (decimal)july);

        var progress = ProgressReckoning.For(
            ASeries.District, ASeries.May2025.AddMonths(2), series, ASeries.Choice(ASeries.Target(98)), thresholds: new StatusThresholds((decimal)onTrack, (decimal)atRisk));

        Assert.That(progress.Status, Is.EqualTo(status));
    }

    [TestCase(1.1, 0.9)]
    [TestCase(0.8, 0.9)]
    [TestCase(1, 0)]
    public void Shares_that_make_no_sense_are_refused(double onTrack, double atRisk) =>
        Assert.That(() => new StatusThresholds((decimal)onTrack, (decimal)atRisk), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
