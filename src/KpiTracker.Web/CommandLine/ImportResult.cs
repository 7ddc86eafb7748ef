using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.CommandLine;

internal enum ImportOutcome
{
    Accepted,
    Questioned,
    Rejected,
    Unreadable,
}

/// <summary>What came of one file of an import.</summary>
/// <param name="File">As given on the command line.</param>
/// <param name="UnitCode">The unit it was read for.</param>
/// <param name="Layout"><c>null</c> when it could not be read.</param>
/// <param name="IsUnchanged">It holds nothing that was not stored before; always <c>false</c> when only checked.</param>
internal sealed record ImportResult(
    string File,
    ImportOutcome Outcome,
    string UnitCode,
    ReportingPeriod Period,
    ReportLayout? Layout,
    IReadOnlyList<ReportedObservation> Observations,
    IReadOnlyList<PrintedFinding> Findings,
    bool IsUnchanged = false)
{
    /// <param name="code">Of the one finding that says why.</param>
    public static ImportResult NotRead(string file, OrganisationUnit unit, ReportingPeriod period, string code, string sentence) =>
        new(file, ImportOutcome.Unreadable, unit.Code, period, null, [], [new PrintedFinding(code, Severity.Error, null, sentence)]);
}

/// <summary>A finding in words: what was found and how to mend it.</summary>
internal sealed record PrintedFinding(string Code, Severity Severity, CellRef? Cell, string Message);
