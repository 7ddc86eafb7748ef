using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A percentage alone where the ward's last report had counts: the ward would fall out of every total. Takes the place of R10 for that figure.</summary>
public sealed class CountsStayCounts() : ReportRule("R33")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where IsPercentAlone(line, reference)
        let before = LastCounts(line, reference)
        where before is not null
        select About(Question(line.PercentAlone!.Cell, NameOf(line.IndicatorCode, reference), FigureText.Percent(line.PercentAlone.Value), FigureText.Period(before.Period), Printed(before)), line, reference);

    /// <summary>Whether a line gives a readable percentage and no counts.</summary>
    internal static bool IsPercentAlone(ReportLine line, ReferenceData reference) =>
        line.Numerator?.Value is null && line.PercentAlone?.Value is >= 0 and <= 100 && reference.Indicator(line.IndicatorCode).Kind == IndicatorKind.Percentage;

    /// <summary>The counts that the ward gave for the indicator in its last report; <c>null</c> when it gave none.</summary>
    internal static Observation? LastCounts(ReportLine line, ReferenceData reference) =>
        UnitOf(line, reference) is { } ward
            ? reference.LastReport(ward).FirstOrDefault(o => o.IndicatorCode == line.IndicatorCode && o is { Numerator: not null, Denominator: not null })
            : null;
}
