using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>A district of a few wards in May 2025, without a database.</summary>
internal static class AUnit
{
    private static readonly ReportingPeriod May2025 = ASeries.May2025;

    /// <param name="wards">Each ward's percentage of officials; <c>null</c> did not report.</param>
    public static UnitProgress WithOfficials(params (string Name, decimal? Percent)[] wards) => WithOfficials("2026-12-31", wards);

    /// <param name="deadline">Of the target, more than 95 %.</param>
    public static UnitProgress WithOfficials(string deadline, params (string Name, decimal? Percent)[] wards)
    {
        var target = ASeries.Choice(ASeries.Target(95, deadline, comparator: Comparator.MoreThan) with { Baseline = new GivenBaseline(May2025.Previous, 50) });
        var children = wards.Select((w, i) => Child(Ward(w.Name, i), w.Percent, target, i)).ToList();
        var reporting = children.SelectMany(c => c.Wards).ToList();
        var series = ASeries.Of(ASeries.Officials, IndicatorValue.Of(
            IndicatorKind.Percentage,
            wards.Any(w => w.Percent is not null) ? wards.Sum(w => w.Percent ?? 0) * 10 : null,
            wards.Count(w => w.Percent is not null) * 1000m)?.Percent);
        series = series with { Points = [.. series.Points.Select(p => p with { Coverage = new Coverage(wards.Count(w => w.Percent is not null), wards.Length) })] };
        return new UnitProgress(
            ASeries.District,
            May2025,
            new DateOnly(2025, 5, 31),
            new DateOnly(2025, 6, 6),
            [new IndicatorStanding(ProgressReckoning.For(ASeries.District, May2025, series, target), series)],
            children,
            reporting);
    }

    private static OrganisationUnit Ward(string name, int index) =>
        new(new UnitKey($"0009{index}", DateOnly.MinValue), name, $"Phường {name}", "phuong", ASeries.DistrictKey, new DateOnly(2025, 6, 30));

    private static ChildProgress Child(OrganisationUnit ward, decimal? percent, TargetChoice target, int index)
    {
        var series = ASeries.Of(ASeries.Officials, percent);
        var standing = new IndicatorStanding(ProgressReckoning.For(ward, May2025, series, target with { IsInherited = true }), series);
        var figures = percent is null
            ? new Dictionary<string, WardFigure>()
            : new Dictionary<string, WardFigure> { ["OFFICIALS"] = new(standing.Progress.Value, null, 7 + index, "D9") };
        var report = percent is null
            ? new WardReporting(ward, ReportStanding.NotSent, null, 0, null, figures)
            : new WardReporting(ward, ReportStanding.OnTime, 7 + index, 1, new DateTimeOffset(2025, 6, 3, 9, 0, 0, TimeSpan.FromHours(7)), figures);
        return new ChildProgress(ward, new Dictionary<string, IndicatorStanding> { ["OFFICIALS"] = standing }, [report]);
    }
}
