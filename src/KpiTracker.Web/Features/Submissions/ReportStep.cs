namespace KpiTracker.Web.Features.Submissions;

/// <summary>The steps that an officer goes through, numbered as shown.</summary>
public enum ReportStep
{
    Period = 1,
    Upload,
    Check,
    Mend,
    Send,
    Receipt,
}
