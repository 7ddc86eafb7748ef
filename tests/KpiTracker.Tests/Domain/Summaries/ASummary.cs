using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Tests.Domain.Summaries;

/// <summary>A valid summary of Quận Tây Hồ for May 2025, made of what wards reported; a test states only what matters to it.</summary>
internal static class ASummary
{
    public static readonly ReportingPeriod May = new(2025, 5);

    public static readonly OrganisationUnit City = Unit("01", "Hà Nội", "Thành phố Hà Nội", UnitKinds.City, null);
    public static readonly OrganisationUnit District = Unit("003", "Tây Hồ", "Quận Tây Hồ", "quan", City);

    public static readonly Indicator Officials = Percentage("OFFICIALS", "Cán bộ, công chức, viên chức", "CBCCVC", "người");
    public static readonly Indicator Adults = Percentage("ADULTS", "Người dân trưởng thành", "Người trưởng thành", "người");
    public static readonly Indicator Ambassadors = new(
        "AMBASSADORS", "Nhân sự “Đại sứ số”", "Digital ambassadors", "Đại sứ số", "Ambassadors", IndicatorKind.Count, Accumulation.Stock, "Số Đại sứ số", "", "người", []);

    public static OrganisationUnit Ward(string code, string name, OrganisationUnit? parent = null) => Unit(code, name, $"Phường {name}", "phuong", parent ?? District);

    public static OrganisationUnit Unit(string code, string name, string nameWithKind, string kind, OrganisationUnit? parent) =>
        new(new UnitKey(code, DateOnly.MinValue), name, nameWithKind, kind, parent?.Key, null);

    /// <summary>A ward that reported on time and was approved; each figure is (indicator, numerator, denominator).</summary>
    public static WardFacts Reported(OrganisationUnit ward, params (Indicator Indicator, decimal Numerator, decimal? Denominator)[] figures) => new(
        ward,
        null,
        ReportStanding.OnTime,
        figures.ToDictionary(f => f.Indicator.Code, f => new FigureFacts(IndicatorValue.Of(f.Indicator.Kind, f.Numerator, f.Denominator))))
    {
        IsApproved = true,
    };

    public static WardFacts NotReported(OrganisationUnit ward, ReportStanding standing = ReportStanding.NotSent) =>
        new(ward, null, standing, new Dictionary<string, FigureFacts>());

    /// <summary>The facts as the gathering makes them: progress is reckoned from the same wards' figures.</summary>
    public static SummaryFacts Facts(IReadOnlyList<WardFacts> wards, IReadOnlyList<Indicator>? indicators = null, IReadOnlyList<Target>? targets = null, OrganisationUnit? unit = null) => new(
        unit ?? District,
        City,
        May,
        May.FirstDay,
        May.LastDay,
        new DateOnly(2025, 6, 9),
        [.. (indicators ?? [Officials, Adults]).Select(indicator => Progress(indicator, wards, targets?.FirstOrDefault(t => t.IndicatorCode == indicator.Code), unit ?? District))],
        wards);

    public static Target Goal(Indicator indicator, decimal value, Comparator comparator = Comparator.MoreThan, bool stated = true, TargetMeasure measure = TargetMeasure.Percent) => new(
        District.Key, indicator.Code, comparator, stated, value, measure, new DateOnly(2026, 12, 31), DeadlinePrecision.Year, "Nguồn", "Trích dẫn");

    private static IndicatorProgress Progress(Indicator indicator, IReadOnlyList<WardFacts> wards, Target? target, OrganisationUnit unit)
    {
        var observations = wards
            .Select(ward => (ward.Ward, ward.Figures.GetValueOrDefault(indicator.Code)?.Value))
            .Where(pair => pair.Value is not null)
            .Select(pair => new Observation(pair.Ward.Key, indicator.Code, May, pair.Value!.Numerator, pair.Value.Denominator))
            .ToList();
        var value = IndicatorValue.Over(indicator.Kind, observations);
        var series = new ProgressSeries(indicator, [new SeriesPoint(May, value, new Coverage(observations.Count, wards.Count), unit.Key)]);
        var choice = target is null ? null : new TargetChoice(target, unit, false, [target], null);
        return ProgressReckoning.For(unit, May, series, choice, [.. wards.Select(ward => ward.Figures.GetValueOrDefault(indicator.Code)?.Value)]);
    }

    private static Indicator Percentage(string code, string name, string shortName, string unit) =>
        new(code, name, code, shortName, code, IndicatorKind.Percentage, Accumulation.Stock, "Số đạt", "Tổng số", unit, []);
}
