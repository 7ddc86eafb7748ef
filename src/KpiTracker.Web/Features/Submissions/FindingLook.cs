using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

internal static class FindingLook
{
    /// <summary>Stands before the word for the severity, never in its place.</summary>
    public static string Icon(Severity severity) => severity switch
    {
        Severity.Error => "✕",
        Severity.Question => "?",
        _ => "i",
    };
}
