using System.Globalization;
using System.Resources;

namespace KpiTracker.Domain.Submissions;

/// <summary>The words for what a revision changes, from <c>DifferenceTexts.resx</c> (Vietnamese) and <c>DifferenceTexts.en.resx</c>.</summary>
internal static class DifferenceTexts
{
    private static readonly ResourceManager Resources = new(typeof(DifferenceTexts));

    public static string Print(string key, CultureInfo language, params object[] arguments)
    {
        var text = Resources.GetString(key, language) ?? throw new InvalidOperationException($"No text '{key}'.");
        return string.Format(CultureInfo.InvariantCulture, text, arguments);
    }
}
