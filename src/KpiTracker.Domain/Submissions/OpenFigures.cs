using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions.Rules;

namespace KpiTracker.Domain.Submissions;

/// <summary>
/// What a report leaves open, and what the record has in its place. Three rules ask it, so that a missing figure is said once:
/// as one that the report on record has (R31), else as one that the last month had (R30), else as merely missing (R09).
/// </summary>
internal sealed class OpenFigures
{
    private readonly ReferenceData _reference;
    private readonly ILookup<UnitKey, ReportLine> _lines;
    private readonly HashSet<(UnitKey, string)> _spokenOf;

    public OpenFigures(WardReport report, ReferenceData reference)
    {
        _reference = reference;
        _lines = ReportCheck.LinesByWard(report, reference);
        Lines = SomethingToRead.IsEmpty(report) ? [] : [.. report.Lines.Where(IsOpen)];
        _spokenOf = [.. _lines.SelectMany(ward => ward.Where(l => l.Figures.Any() && !IsOpen(l)).Select(l => (ward.Key, l.IndicatorCode)))];
    }

    /// <summary>The lines that report nothing and have nothing unreadable either; none in a report without any figure, which R01 refuses.</summary>
    public IReadOnlyList<ReportLine> Lines { get; }

    /// <summary>The wards for which something would be kept, in the order of the sheet.</summary>
    public IEnumerable<IGrouping<UnitKey, ReportLine>> ReportingWards =>
        _lines.Where(ward => ward.Any(l => ReportCheck.IsReported(l, _reference.Indicator(l.IndicatorCode))));

    /// <summary>The indicators that a ward's report on record has and this one no longer reports.</summary>
    public IReadOnlyList<string> Dropped(UnitKey ward) =>
        [.. _reference.OnRecordOf(ward).Select(o => o.IndicatorCode).Where(code => !_spokenOf.Contains((ward, code)))];

    /// <summary>Whether R31 names the line's indicator.</summary>
    public bool IsDropped(ReportLine line) =>
        ReportCheck.UnitOf(line, _reference) is { } ward && _reference.OnRecordOf(ward).Any(o => o.IndicatorCode == line.IndicatorCode)
        && _lines[ward].Any(l => ReportCheck.IsReported(l, _reference.Indicator(l.IndicatorCode)));

    /// <summary>The stock or cumulative figure that an open line's ward had in its last report; <c>null</c> when there is none.</summary>
    public Observation? Before(ReportLine line) =>
        ReportCheck.UnitOf(line, _reference) is { } ward ? LastStanding(ward).FirstOrDefault(o => o.IndicatorCode == line.IndicatorCode) : null;

    /// <summary>The stock and cumulative figures of a ward's last report that this report does not even have a line for.</summary>
    public IReadOnlyList<Observation> WithoutLine(UnitKey ward) =>
        [.. LastStanding(ward).Where(o => _lines[ward].All(l => l.IndicatorCode != o.IndicatorCode) && _reference.OnRecordOf(ward).All(r => r.IndicatorCode != o.IndicatorCode))];

    /// <summary>The cell that is to be filled in: how many were reached, since the whole stands in the template already.</summary>
    public static ReportFigure? MissingIn(ReportLine line) =>
        line.Numerator is { IsMissing: true } open ? open : line.Counts.FirstOrDefault(f => f.IsMissing);

    private IEnumerable<Observation> LastStanding(UnitKey ward) =>
        _reference.LastReport(ward).Where(o => _reference.Indicator(o.IndicatorCode).Accumulation != Accumulation.Flow);

    private bool IsOpen(ReportLine line) =>
        !ReportCheck.IsReported(line, _reference.Indicator(line.IndicatorCode)) && line.Counts.All(f => f.IsMissing || f.Value is not null)
        && line.Figures.Any() && !IsPercentUnread(line);

    private static bool IsPercentUnread(ReportLine line) => !line.Counts.Any() && line.Percent is { IsMissing: false };
}
