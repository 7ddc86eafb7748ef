using System.Globalization;
using System.Resources;

namespace KpiTracker.Web.CommandLine;

/// <summary>The sentences of the command line, from <c>CommandLineTexts.resx</c> (Vietnamese) and <c>CommandLineTexts.en.resx</c>.</summary>
internal sealed class CommandLineTexts
{
    private static readonly ResourceManager Resources = new(typeof(CommandLineTexts));

    private CommandLineTexts()
    {
    }

    /// <exception cref="InvalidOperationException">No sentence bears the key: that is a bug.</exception>
    public static string Print(CultureInfo language, string key, params IReadOnlyList<string> arguments)
    {
        var text = Resources.GetString(key, language) ?? throw new InvalidOperationException($"No text for '{key}'.");
        return arguments.Count == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. arguments]);
    }
}
