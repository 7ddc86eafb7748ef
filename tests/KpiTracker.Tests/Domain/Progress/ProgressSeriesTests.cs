using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>Of a long series a chart asks for the months it draws, whatever lies outside.</summary>
internal sealed class ProgressSeriesTests
{
    [TestCase("2025-05", "2025-08", "2025-05 2025-06 2025-07 2025-08")]
    [TestCase("2025-06", "2025-07", "2025-06 2025-07")]
    [TestCase("2024-01", "2025-05", "2025-05")]
    [TestCase("2025-08", "2030-01", "2025-08")]
    [TestCase("2025-07", "2025-06", "")]
    [TestCase("2026-01", "2026-02", "")]
    public void A_stretch_of_a_series_is_cut_where_it_ends(string first, string last, string months) => Assert.That(
        string.Join(' ', ASeries.Of(ASeries.Officials, 60, null, 62, 63).Between(ReportingPeriod.Parse(first), ReportingPeriod.Parse(last)).Select(p => p.Period)),
        Is.EqualTo(months));

    [Test]
    public void A_series_without_months_has_no_stretch() =>
        Assert.That(ASeries.Of(ASeries.Officials).Between(ASeries.May2025, ASeries.May2025.Next), Is.Empty);

    [TestCase("2025-05", "2025-07")]
    [TestCase("2025-06", "2025-07")]
    [TestCase("2025-07", "", Description = "the month before is not asked for")]
    public void Where_another_unit_takes_over_is_told_within_the_stretch(string first, string changes)
    {
        UnitKey[] bearers = [ASeries.DistrictKey, ASeries.DistrictKey, ASeries.AreaKey, ASeries.AreaKey];
        var whole = ASeries.Of(ASeries.Officials, 60, 61, null, 63);
        var series = whole with { Points = [.. whole.Points.Zip(bearers, (point, bearer) => point with { Unit = bearer })] };

        Assert.That(string.Join(' ', series.ChangesBetween(ReportingPeriod.Parse(first), ASeries.May2025.AddMonths(3))), Is.EqualTo(changes));
    }
}
