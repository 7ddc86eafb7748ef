namespace KpiTracker.Domain.Submissions;

/// <summary>One reason to refuse or question a report. A rule finds, it does not throw; every rule runs, so that a ward gets all findings at once.</summary>
public abstract class ReportRule(string code)
{
    /// <summary>Printed to wards, never re-used.</summary>
    public string Code { get; } = code;

    public abstract IEnumerable<Finding> Check(WardReport report, ReferenceData reference);

    protected Finding Error(CellRef? cell, params IReadOnlyList<string> arguments) => new(Code, Severity.Error, cell, Code, arguments);

    protected Finding Question(CellRef? cell, params IReadOnlyList<string> arguments) => new(Code, Severity.Question, cell, Code, arguments);

    protected Finding Warning(CellRef? cell, params IReadOnlyList<string> arguments) => new(Code, Severity.Warning, cell, Code, arguments);
}
