using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <summary>The fill of a marked cell, ARGB: the tints of the app's own status colours, each of another lightness so that they differ in grey too.</summary>
internal static class MarkColour
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "FFF4B6A0",
        Severity.Question => "FFFFE08A",
        _ => "FFD5E6FA",
    };
}
