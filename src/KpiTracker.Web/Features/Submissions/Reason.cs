namespace KpiTracker.Web.Features.Submissions;

/// <summary>Why a report was given back or put back in force, in the officer's words.</summary>
internal static class Reason
{
    /// <summary>In characters; what is longer is cut.</summary>
    public const int Longest = 1000;

    /// <returns><c>null</c> when nothing was written.</returns>
    public static string? Of(string? written)
    {
        var words = written?.Trim() ?? "";
        return words.Length == 0 ? null : words[..Math.Min(words.Length, Longest)];
    }
}
