using System.Globalization;

namespace KpiTracker.Web.Features.Presentation;

/// <summary>Which slide an address names.</summary>
internal static class SlideNumber
{
    /// <returns>From 1; the first one when nothing sensible is named.</returns>
    public static int Of(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= DeckComposer.Slides ? number : 1;
}
