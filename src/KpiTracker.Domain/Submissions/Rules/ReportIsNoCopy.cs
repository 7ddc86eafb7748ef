using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// Everything reported is exactly what the ward's last report said: most likely last month's file was sent again.
/// Groups that are complete, and numbers of teams and the like, may well stand still: at least three figures that would have moved are needed.
/// </summary>
public sealed class ReportIsNoCopy() : ReportRule("R28")
{
    private const int FiguresNeeded = 3;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from ward in ReportCheck.LinesByWard(report, reference)
        let last = reference.LastReport(ward.Key)
        where last.Count >= FiguresNeeded
        let reported = ward.Where(l => ReportCheck.IsReported(l, reference.Indicator(l.IndicatorCode))).ToList()
        where reported.TrueForAll(l => last.Any(o => IsSame(l, o)))
        where reported.Count(l => WouldMove(l, reference.Indicator(l.IndicatorCode))) >= FiguresNeeded
        select Question(PlaceOf(ward), NameOf(ward.Key, reference), FigureText.Period(last[0].Period), FigureText.Count(reported.Count)) with { Unit = ward.Key };

    private static bool IsSame(ReportLine line, Observation last) =>
        line.IndicatorCode == last.IndicatorCode && line.Numerator?.Value == last.Numerator
        && (line.Numerator?.Value is null ? line.PercentAlone?.Value == last.ReportedPercent : last.Denominator is null || line.Denominator?.Value == last.Denominator);

    private static bool WouldMove(ReportLine line, Indicator indicator) => (indicator.Kind, indicator.Accumulation) switch
    {
        (IndicatorKind.Percentage, _) => line.Numerator?.Value > 0 && line.Numerator.Value < line.Denominator?.Value,
        (_, Accumulation.Stock) => false,
        _ => line.Numerator?.Value > 0,
    };
}
