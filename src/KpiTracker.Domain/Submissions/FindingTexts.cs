using System.Globalization;
using System.Resources;

namespace KpiTracker.Domain.Submissions;

/// <summary>
/// The sentences of findings, from <c>FindingTexts.resx</c> (Vietnamese) and <c>FindingTexts.en.resx</c>.
/// A key once printed stays, also when no rule uses it any more: findings on record are read by it.
/// </summary>
public static class FindingTexts
{
    public static ResourceManager Resources { get; } = new(typeof(FindingTexts));

    /// <exception cref="InvalidOperationException">No sentence bears the key: a rule without its text is a bug.</exception>
    public static string Print(string key, IReadOnlyList<string> arguments, CultureInfo language)
    {
        var text = Resources.GetString(key, language) ?? throw new InvalidOperationException($"No text for finding '{key}'.");
        return string.Format(CultureInfo.InvariantCulture, text, [.. arguments]);
    }
}
