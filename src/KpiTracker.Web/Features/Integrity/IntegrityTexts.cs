using System.Globalization;
using System.Resources;

namespace KpiTracker.Web.Features.Integrity;

/// <summary>The words of the integrity checks: <c>IntegrityTexts.resx</c> and <c>IntegrityTexts.en.resx</c>.</summary>
internal sealed class IntegrityTexts
{
    private static readonly ResourceManager Resources = new(typeof(IntegrityTexts));

    private IntegrityTexts()
    {
    }

    /// <summary>What a check makes sure of.</summary>
    /// <exception cref="InvalidOperationException">No check bears the name: that is a bug.</exception>
    public static string NameOf(string check, CultureInfo language) =>
        Resources.GetString($"Check.{check}", language) ?? throw new InvalidOperationException($"No text for the check '{check}'.");
}
