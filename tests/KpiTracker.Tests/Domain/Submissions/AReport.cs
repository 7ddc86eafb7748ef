using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>One line of a report: its figures, each in a cell of its own; <c>null</c> is left open.</summary>
internal sealed record ALine(string Indicator, decimal? Numerator, decimal? Denominator = null, string Ward = Reports.Ward)
{
    /// <summary>0–100; the line then has no columns of counts.</summary>
    public decimal? PercentAlone { get; init; }
}

/// <summary>Reports for June 2025 without a workbook: of Phường Bưởi, or of its district as soon as a line is another ward's.</summary>
internal static class AReport
{
    public static readonly ReportingPeriod June = new(2025, 6);

    public static readonly IReadOnlyList<string> Wards = ["00109", "00091", "00094", "00097", "00100", "00103", "00106", "00112"];

    public static UnitKey Key(string ward) => Reports.Key(ward, June);

    /// <summary>The months before June, the last one May.</summary>
    public static IEnumerable<Observation> Earlier(string indicator, decimal? denominator, params IReadOnlyList<decimal> numerators) =>
        Earlier(Reports.Ward, indicator, denominator, numerators);

    public static IEnumerable<Observation> Earlier(string ward, string indicator, decimal? denominator, params IReadOnlyList<decimal> numerators) =>
        numerators.Select((numerator, i) => new Observation(Key(ward), indicator, June.AddMonths(i - numerators.Count), numerator, denominator));

    public static Observation InJune(string ward, string indicator, decimal numerator, decimal? denominator = null) => new(Key(ward), indicator, June, numerator, denominator);

    public static CheckedReport Check(IEnumerable<Observation> previous, params IReadOnlyList<ALine> lines) => Check(lines, previous);

    public static CheckedReport Check(IReadOnlyList<ALine> lines, IEnumerable<Observation>? previous = null, IEnumerable<Observation>? onRecord = null, IEnumerable<Observation>? peers = null) =>
        ReportCheck.Run(Of(lines), Reference(lines, previous, onRecord, peers));

    public static WardReport Of(IReadOnlyList<ALine> lines) => new(
        IsOfDistrict(lines) ? ReportLayout.UnitsInRows : ReportLayout.IndicatorsInRows,
        "Báo cáo",
        [.. lines.Select((line, i) => LineOf(line, i + 2, IsOfDistrict(lines)))],
        [],
        [],
        [],
        []);

    public static ReferenceData Reference(IReadOnlyList<ALine> lines, IEnumerable<Observation>? previous = null, IEnumerable<Observation>? onRecord = null, IEnumerable<Observation>? peers = null)
    {
        var registers = Reports.Registers;
        var unit = registers.Units.Find(IsOfDistrict(lines) ? Reports.District : Reports.Ward, June)!;
        return new ReferenceData(registers.Units, registers.Indicators, unit, June, [.. (previous ?? []).OrderByDescending(o => o.Period)])
        {
            OnRecord = [.. onRecord ?? []],
            Peers = [.. (peers ?? []).OrderByDescending(o => o.Period)],
        };
    }

    private static bool IsOfDistrict(IReadOnlyList<ALine> lines) => lines.Any(l => l.Ward != Reports.Ward);

    private static ReportLine LineOf(ALine line, int row, bool isOfDistrict)
    {
        var hasWhole = Reports.Registers.Indicator(line.Indicator).Kind == IndicatorKind.Percentage;
        return new ReportLine(
            isOfDistrict ? new UnitMention(line.Ward, Cell("A"), Key(line.Ward), true, []) : null,
            line.Indicator,
            Cell("B"),
            line.PercentAlone is null ? Figure("E", line.Numerator) : null,
            line.PercentAlone is null && hasWhole ? Figure("D", line.Denominator) : null,
            line.PercentAlone is null ? null : Figure("F", line.PercentAlone));

        CellRef Cell(string column) => new("Báo cáo", column + row);

        ReportFigure Figure(string column, decimal? value) =>
            new(Cell(column), value is null ? string.Empty : FigureText.Count(value), value, value is null ? FigureReading.Missing : FigureReading.Number);
    }
}
