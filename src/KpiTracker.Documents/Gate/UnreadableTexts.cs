using System.Globalization;
using System.Resources;

namespace KpiTracker.Documents.Gate;

/// <summary>The sentences of <see cref="UnreadableReason"/>, Vietnamese and English.</summary>
public static class UnreadableTexts
{
    public static ResourceManager Resources { get; } = new(typeof(UnreadableTexts));

    /// <summary>What the file is and what to do, in one sentence.</summary>
    public static string Sentence(this UnreadableReason reason, CultureInfo language) =>
        Resources.GetString(reason.ToString(), language) ?? throw new InvalidOperationException($"No text for '{reason}'.");
}
