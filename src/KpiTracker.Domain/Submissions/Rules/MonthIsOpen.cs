using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// The ward's month was approved: nothing else is taken in for it until it is re-opened. What says the same as the approved report is no matter; of a
/// consolidated workbook the other wards still go in.
/// </summary>
public sealed class MonthIsOpen() : ReportRule(PrintedCode)
{
    public const string PrintedCode = "R37";

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var wards = ReportCheck.LinesByWard(report, reference);
        var closed = wards.Where(ward => reference.Locks.ContainsKey(ward.Key) && SaysSomethingElse(ward, reference)).ToList();
        return closed.Select(ward => Closed(
            reference.Units.Find(ward.Key)!,
            reference.Units,
            reference.Period,
            reference.Locks[ward.Key],
            closed.Count < wards.Count,
            PlaceOf(ward)));
    }

    /// <param name="hasOthers">Whether other wards' reports are taken in all the same.</param>
    /// <param name="cell">Where the ward begins on the sheet; <c>null</c> when that is not known.</param>
    public static Finding Closed(OrganisationUnit ward, OrganisationTree units, ReportingPeriod period, MonthLock closed, bool hasOthers, CellRef? cell)
    {
        ArgumentNullException.ThrowIfNull(ward);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(closed);
        var above = units.AncestorsOf(ward.Key).FirstOrDefault()?.NameWithKind ?? ward.NameWithKind;
        return new Finding(
            PrintedCode,
            hasOthers ? Severity.Warning : Severity.Error,
            cell,
            hasOthers ? PrintedCode + ".others" : PrintedCode,
            [ward.NameWithKind, FigureText.Period(period), closed.ApprovedByName, FigureText.Time(closed.ApprovedAt), above])
        {
            Unit = ward.Key,
        };
    }

    private static bool SaysSomethingElse(IGrouping<UnitKey, ReportLine> ward, ReferenceData reference)
    {
        var approved = reference.OnRecordOf(ward.Key).Select(o => (o.IndicatorCode, o.Numerator, o.Denominator, o.ReportedPercent)).ToHashSet();
        var reported = ward.Select(line => ReportCheck.Observed(line, ward.Key, reference.Indicator(line.IndicatorCode)))
            .OfType<ReportedObservation>()
            .Select(o => (o.IndicatorCode, o.Numerator, o.Denominator, o.Percent))
            .ToList();
        return reported.Count > 0 && !approved.SetEquals(reported);
    }
}
