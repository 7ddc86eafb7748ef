using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

/// <summary>Tây Hồ before and after 1 July 2025, its targets, and series of it: a test states only what matters to it.</summary>
internal static class ASeries
{
    private static readonly DateOnly July2025 = new(2025, 7, 1);
    private static readonly DateOnly June30 = new(2025, 6, 30);

    public static readonly UnitKey CityKey = new("01", DateOnly.MinValue);
    public static readonly UnitKey DistrictKey = new("003", DateOnly.MinValue);
    public static readonly UnitKey AreaKey = new("KV003", July2025);
    public static readonly UnitKey OldWardKey = new("00091", DateOnly.MinValue);
    public static readonly UnitKey WardKey = new("00103", July2025);

    public static readonly Indicator Officials = Percentage("OFFICIALS");
    public static readonly Indicator Ambassadors = Count("AMBASSADORS", Accumulation.Stock);
    public static readonly Indicator Visits = Count("VISITS", Accumulation.Flow);

    public static readonly ReportingPeriod May2025 = new(2025, 5);

    public static OrganisationUnit City { get; } = new(CityKey, "Hà Nội", "Thành phố Hà Nội", UnitKinds.City, null, null);

    public static OrganisationUnit District { get; } = new(DistrictKey, "Tây Hồ", "Quận Tây Hồ", "quan", CityKey, June30);

    public static OrganisationUnit Area { get; } = new(AreaKey, "Tây Hồ", "Khu vực Tây Hồ", UnitKinds.Area, CityKey, null);

    public static OrganisationUnit OldWard { get; } = new(OldWardKey, "Bưởi", "Phường Bưởi", "phuong", DistrictKey, June30);

    public static OrganisationUnit Ward { get; } = new(WardKey, "Tây Hồ", "Phường Tây Hồ", "phuong", AreaKey, null);

    public static OrganisationTree Tree { get; } = new(
        [City, District, Area, OldWard, Ward],
        [new Succession(DistrictKey, AreaKey, SuccessionPortion.Whole, "")]);

    public static Indicator Percentage(string code) =>
        new(code, code, code, code, code, IndicatorKind.Percentage, Accumulation.Stock, "Số đạt", "Tổng số", "%", []);

    public static Indicator Count(string code, Accumulation accumulation) =>
        new(code, code, code, code, code, IndicatorKind.Count, accumulation, "Số", "", "người", []);

    public static Target Target(
        decimal value,
        string? by = "2026-12-31",
        UnitKey? unit = null,
        string indicator = "OFFICIALS",
        Comparator comparator = Comparator.AtLeast,
        TargetMeasure measure = TargetMeasure.Percent,
        bool stated = true) =>
        new(unit ?? DistrictKey, indicator, comparator, stated, value, measure, by is null ? null : DateOnly.Parse(by, null), by is null ? DeadlinePrecision.None : DeadlinePrecision.Year, "nguồn", "trích");

    public static TargetChoice Choice(params Target[] steps) =>
        new TargetPlan(steps, Tree).For(steps[0].Unit, steps[0].IndicatorCode, May2025)!;

    /// <summary>Months from May 2025 on; each a percentage of 1 000 people, or a count; <c>null</c> is a gap.</summary>
    public static ProgressSeries Of(Indicator indicator, params decimal?[] measures) => new(
        indicator,
        [.. measures.Select((m, i) => new SeriesPoint(May2025.AddMonths(i), ValueOf(indicator, m), new Coverage(m is null ? 0 : 8, 8), DistrictKey))]);

    public static IndicatorValue? ValueOf(Indicator indicator, decimal? measure) => indicator.Kind == IndicatorKind.Percentage
        ? IndicatorValue.Of(indicator.Kind, measure * 10, 1000)
        : IndicatorValue.Of(indicator.Kind, measure, null);
}
