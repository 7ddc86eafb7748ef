using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions;

/// <summary>A figure that no error stands against, ready to be kept, with the cells it came from.</summary>
/// <param name="Percent">Only when the sheet gives a percentage and no counts.</param>
/// <param name="Cell">The cell that a figure on screen leads to: the numerator's, else the percentage's.</param>
public sealed record ReportedObservation(
    UnitKey Unit,
    string IndicatorCode,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Percent,
    CellRef Cell,
    CellRef? DenominatorCell);

/// <summary>A report with everything that was found in it.</summary>
/// <param name="Findings">Errors first, then questions, then warnings; within each in the order of the sheet.</param>
/// <param name="Observations">What may be kept: nothing that an error refuses.</param>
public sealed record CheckedReport(WardReport Report, IReadOnlyList<Finding> Findings, IReadOnlyList<ReportedObservation> Observations)
{
    public CheckOutcome Outcome =>
        Findings.Any(f => f.Severity == Severity.Error) ? CheckOutcome.Rejected
        : Findings.Any(f => f.Severity == Severity.Question) ? CheckOutcome.Questioned
        : CheckOutcome.Accepted;
}

public enum CheckOutcome
{
    Accepted,

    /// <summary>Questions must be answered first.</summary>
    Questioned,

    /// <summary>Errors must be mended first.</summary>
    Rejected,
}
