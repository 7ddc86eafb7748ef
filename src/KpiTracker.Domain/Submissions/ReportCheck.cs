namespace KpiTracker.Domain.Submissions;

/// <summary>Holds a report against every rule and says what may be kept of it.</summary>
public static class ReportCheck
{
    public static CheckedReport Run(WardReport report, ReferenceData reference) => throw new NotImplementedException();
}
