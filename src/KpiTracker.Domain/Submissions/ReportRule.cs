using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions;

/// <summary>One reason to refuse or question a report. A rule finds, it does not throw; every rule runs, so that a ward gets all findings at once.</summary>
public abstract class ReportRule(string code)
{
    /// <summary>Printed to wards, never re-used.</summary>
    public string Code { get; } = code;

    public abstract IEnumerable<Finding> Check(WardReport report, ReferenceData reference);

    /// <summary>The unit that a line reports for: the one it names, else the report's own ward; <c>null</c> when that is not known.</summary>
    protected static UnitKey? UnitOf(ReportLine line, ReferenceData reference) => ReportCheck.UnitOf(line, reference);

    /// <summary>The indicator's short name, as printed to wards.</summary>
    protected static string NameOf(string indicatorCode, ReferenceData reference) => reference.Indicator(indicatorCode).ShortNameVi;

    /// <summary>A ward's name with its kind.</summary>
    protected static string NameOf(UnitKey ward, ReferenceData reference) => reference.Units.Find(ward)?.NameWithKind ?? ward.Code;

    /// <summary>Where a ward begins on the sheet: its name, else its first indicator's.</summary>
    protected static CellRef PlaceOf(IEnumerable<ReportLine> ward) => ward.First() is var line && line.Unit is { } mention ? mention.Cell : line.LabelCell;

    /// <summary>An earlier figure as printed: <c>90/119</c>, <c>500</c> or <c>85,5%</c>.</summary>
    protected static string Printed(Observation observation) => observation switch
    {
        { Numerator: null } => FigureText.Percent(observation.ReportedPercent),
        { Denominator: null } => FigureText.Count(observation.Numerator),
        _ => $"{FigureText.Count(observation.Numerator)}/{FigureText.Count(observation.Denominator)}",
    };

    /// <summary>A finding about one line, so that an error refuses that line's figure.</summary>
    protected static Finding About(Finding finding, ReportLine line, ReferenceData reference) =>
        finding with { IndicatorCode = line.IndicatorCode, Unit = UnitOf(line, reference) };

    protected Finding Error(CellRef? cell, params IReadOnlyList<string> arguments) => new(Code, Severity.Error, cell, Code, arguments);

    protected Finding Question(CellRef? cell, params IReadOnlyList<string> arguments) => new(Code, Severity.Question, cell, Code, arguments);

    protected Finding Warning(CellRef? cell, params IReadOnlyList<string> arguments) => new(Code, Severity.Warning, cell, Code, arguments);
}
