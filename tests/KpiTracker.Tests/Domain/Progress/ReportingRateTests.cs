using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class ReportingRateTests
{
    [Test]
    public void Both_rates_are_of_the_wards_expected()
    {
        var rate = new ReportingRate(Expected: 8, Reported: 6, OnTime: 5);

        Assert.Multiple(() =>
        {
            Assert.That(rate.ReportedPercent, Is.EqualTo(75));
            Assert.That(rate.OnTimePercent, Is.EqualTo(62.5m));
            Assert.That((rate.Late, rate.Missing), Is.EqualTo((1, 2)));
        });
    }

    [Test]
    public void Where_nobody_is_expected_there_is_no_rate() => Assert.That(new ReportingRate(0, 0, 0).ReportedPercent, Is.Null);
}
