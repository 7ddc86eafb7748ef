using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions.Rules;

namespace KpiTracker.Domain.Submissions;

/// <summary>Holds a report against every rule and says what may be kept of it.</summary>
public static class ReportCheck
{
    /// <summary>Findings with the same sentence; a consolidated table of two districts stays below.</summary>
    private const int MostOfKind = 1000;

    /// <summary>Every rule there is, by printed code.</summary>
    public static IReadOnlyList<ReportRule> Rules { get; } =
    [
        new SomethingToRead(), new FigureIsReadable(), new FigureIsNoErrorValue(), new FormulaHasResult(), new CountIsNotNegative(), new PeopleAreWhole(),
        new NumeratorWithinDenominator(), new PercentWithinRange(), new FigureIsReported(), new PercentHasCounts(), new PercentAgreesWithCounts(),
        new NumberIsUnambiguous(), new PeriodIsTheChosenOne(), new TemplateIsOfThePeriod(), new UnitIsTheChosenOne(), new UnitIsWithinScope(),
        new UnitIsKnown(), new UnitIsCertain(), new IndicatorStandsOnce(), new TotalAddsUp(), new DenominatorIsNotZero(), new CumulativeDoesNotFall(),
        new DenominatorIsSteady(), new EverythingIsPlaced(), new TextIsWhatItShows(), new WardIsNamed(),
        new ChangeIsUsual(), new ReportIsNoCopy(), new FiguresAreCounted(), new StandingFigureStays(), new ReportIsNoThinner(), new EveryWardIsThere(),
        new CountsStayCounts(), new IndicatorIsCertain(), new OneSheetIsMeant(), new CountsAreSingle(), new MonthIsOpen(),
    ];

    public static CheckedReport Run(WardReport report, ReferenceData reference)
    {
        var found = Rules.SelectMany(rule => rule.Check(report, reference)).ToList();
        // Of a ward whose month is closed nothing is taken: there is nothing to mend or to answer.
        var closed = found.Where(f => f.Code == MonthIsOpen.PrintedCode).Select(f => f.Unit).ToHashSet();
        var findings = found
            .Where(f => f.Code == MonthIsOpen.PrintedCode || f.Unit is null || !closed.Contains(f.Unit))
            .OrderBy(f => f.Severity)
            .ThenBy(f => f.Cell is null ? (0, 0) : f.Cell.Position)
            .ThenBy(f => f.Code, StringComparer.Ordinal)
            .ToList();
        var refused = findings
            .Where(f => f.Severity == Severity.Error && (f.IndicatorCode is not null || f.Unit is not null))
            .Select(f => (f.IndicatorCode, f.Unit))
            .ToHashSet();
        var observations = report.Lines
            .Select(line => (Line: line, Unit: UnitOf(line, reference)))
            .Where(l => l.Unit is { } unit && IsReportedFor(unit, reference) && !refused.Contains((l.Line.IndicatorCode, unit)) && !refused.Contains((null, unit)) && !closed.Contains(unit))
            .Where(l => l.Line is { IsContested: false, Measure: null or { Kind: MeasureKind.Unsure } })
            .Select(l => Observed(l.Line, l.Unit!.Value, reference.Indicator(l.Line.IndicatorCode)))
            .OfType<ReportedObservation>();
        List<ReportedObservation> kept = [.. observations];
        if (kept.Count == 0 && !findings.Exists(f => f.Severity == Severity.Error))
        {
            findings.Insert(0, new Finding("R01", Severity.Error, null, "R01.nothing", [report.Sheet]));
        }

        return new CheckedReport(report, Shown(findings), kept);
    }

    /// <summary>No more of a kind than anybody reads: of the rest only their number is said, in the place of the last.</summary>
    private static List<Finding> Shown(List<Finding> findings)
    {
        if (findings.Count <= MostOfKind)
        {
            return findings;
        }

        var shown = new List<Finding>();
        var kinds = findings.GroupBy(f => (f.Severity, f.TextKey)).ToDictionary(g => g.Key, g => g.Count());
        var seen = new Dictionary<(Severity, string), int>();
        foreach (var finding in findings)
        {
            var kind = (finding.Severity, finding.TextKey);
            var at = seen[kind] = seen.GetValueOrDefault(kind) + 1;
            if (at <= MostOfKind)
            {
                shown.Add(finding);
            }
            else if (at == MostOfKind + 1)
            {
                shown.Add(new Finding(finding.Code, finding.Severity, null, "more", [FigureText.Count(kinds[kind] - MostOfKind), finding.Code]));
            }
        }

        return shown;
    }

    /// <summary>The unit that a line reports for: the one it names, else the report's own ward; <c>null</c> when that is not known.</summary>
    public static UnitKey? UnitOf(ReportLine line, ReferenceData reference) =>
        line.Unit is { } named ? named.Unit : reference.Unit.IsWard ? reference.Unit.Key : null;

    /// <summary>The lines of each ward that the report may speak for, wards in the order of the sheet.</summary>
    internal static ILookup<UnitKey, ReportLine> LinesByWard(WardReport report, ReferenceData reference)
    {
        var lines = report.Lines.Select(line => (Line: line, Unit: UnitOf(line, reference))).ToList();
        var wards = lines.Select(l => l.Unit).OfType<UnitKey>().Distinct().Where(unit => IsReportedFor(unit, reference)).ToHashSet();
        return lines.Where(l => l.Unit is { } unit && wards.Contains(unit)).ToLookup(l => l.Unit!.Value, l => l.Line);
    }

    /// <summary>Whether the report may speak for a unit: a ward inside the report's own unit.</summary>
    internal static bool IsReportedFor(UnitKey unit, ReferenceData reference) =>
        reference.Units.Find(unit) is { IsWard: true } && reference.Units.IsWithin(unit, reference.Unit.Key);

    /// <summary>Whether a line holds enough to be kept.</summary>
    internal static bool IsReported(ReportLine line, Indicator indicator) =>
        line.PercentAlone is not null && indicator.Kind == IndicatorKind.Percentage
        || (line.Numerator?.Value is not null && (indicator.Kind == IndicatorKind.Count || line.Denominator?.Value is not null));

    /// <returns><c>null</c> when the line holds too little.</returns>
    internal static ReportedObservation? Observed(ReportLine line, UnitKey unit, Indicator indicator)
    {
        if (!IsReported(line, indicator))
        {
            return null;
        }

        if (line.Numerator?.Value is not { } numerator)
        {
            return new ReportedObservation(unit, indicator.Code, null, null, line.PercentAlone!.Value, line.PercentAlone.Cell, null);
        }

        var denominator = indicator.Kind == IndicatorKind.Count ? null : line.Denominator;
        return new ReportedObservation(unit, indicator.Code, numerator, denominator?.Value, null, line.Numerator.Cell, denominator?.Cell);
    }
}
